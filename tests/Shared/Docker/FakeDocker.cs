using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Shared.Docker;

/// <summary>A container engine on a Unix socket that answers as a test says. What was not said is a 404.</summary>
internal sealed class FakeDocker : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("fake-docker-").FullName;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly WebApplication _server;

    private FakeDocker()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.ListenUnixSocket(Path.Combine(_folder, "docker.sock"));
            kestrel.Limits.MaxRequestBodySize = null;
        });
        _server = builder.Build();
        _server.Run(AnswerAsync);
    }

    /// <summary>Where it is.</summary>
    public string Endpoint => $"unix://{_folder}/docker.sock";

    /// <summary>What it was asked so far: verb, path and query.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    public static async Task<FakeDocker> StartAsync()
    {
        var fake = new FakeDocker();
        await fake._server.StartAsync();
        return fake;
    }

    /// <summary>Says how requests are answered that begin like this, for example <c>GET /version</c>; the longest such beginning counts.</summary>
    public FakeDocker On(string beginning, RequestDelegate answer)
    {
        _answers[beginning] = answer;
        return this;
    }

    /// <inheritdoc cref="On(string, RequestDelegate)"/>
    public FakeDocker On(string beginning, string body, int status = 200) => On(beginning, async context =>
    {
        await context.Request.Body.CopyToAsync(Stream.Null);
        context.Response.StatusCode = status;
        if (status is not (204 or 304))
            await context.Response.WriteAsync(body);
    });

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task AnswerAsync(HttpContext context)
    {
        var request = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}";
        _requests.Enqueue(request);
        var beginning = _answers.Keys.Where(key => request.StartsWith(key, StringComparison.Ordinal)).MaxBy(key => key.Length);
        if (beginning is not null)
            return _answers[beginning](context);
        context.Response.StatusCode = 404;
        return context.Response.WriteAsync("""{"message":"not here"}""");
    }
}
