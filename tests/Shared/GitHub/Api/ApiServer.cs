using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Shared.GitHub.Api;

/// <summary>Three hosts on loopback: the API, uploads and downloads.</summary>
internal sealed class ApiServer : IAsyncDisposable
{
    private readonly GitHubDouble _github;
    private readonly WebApplication _server;
    private readonly List<ListenOptions> _hosts = [];

    public ApiServer(GitHubDouble github)
    {
        _github = github;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
            for (var host = 0; host < 3; host++)
                kestrel.Listen(IPAddress.Loopback, 0, _hosts.Add);
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    public Uri Address => AddressOf(0);

    public Uri UploadAddress => AddressOf(1);

    public Uri DownloadAddress => AddressOf(2);

    public Task StartAsync() => _server.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Uri AddressOf(int host) => new($"http://127.0.0.1:{_hosts[host].IPEndPoint!.Port}/");

    /// <summary>The path below the prefix. GraphQL is beside it on a server of one's own; anything else that lacks it is nowhere.</summary>
    private string WithoutPrefix(string target) =>
        target.StartsWith(_github.Prefix, StringComparison.Ordinal) ? target[_github.Prefix.Length..] : target == "api/graphql" ? "graphql" : $"/{target}";

    private async Task AnswerAsync(HttpContext context)
    {
        var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (Exception exception) when (exception is IOException or OperationCanceledException)
        {
            return;
        }

        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0].TrimStart('/');
        var server = context.Connection.LocalPort == Address.Port ? "api" : context.Connection.LocalPort == UploadAddress.Port ? "uploads" : "downloads";
        if (server == "api")
            target = WithoutPrefix(target);
        var request = _github.Log((number, now) => new(
            number,
            server,
            context.Request.Method,
            Uri.UnescapeDataString(target),
            context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
            context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            body.ToArray(),
            now));
        await new Exchange(_github, context, request, target).RunAsync();
    }
}
