using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ModelPipeline.GitHub.Tests.Fixtures;

/// <summary>A server on loopback that answers what a test says.</summary>
internal sealed class Peer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Func<Seen, HttpContext, Task> _answer;

    private Peer(Func<Seen, HttpContext, Task> answer)
    {
        _answer = answer;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    public List<Seen> Requests { get; } = [];

    public Uri Address => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/");

    public static async Task<Peer> StartAsync(Func<Seen, HttpContext, Task> answer)
    {
        var peer = new Peer(answer);
        await peer._application.StartAsync();
        return peer;
    }

    /// <summary>Answers each request in turn, the last answer for ever.</summary>
    public static Task<Peer> StartAsync(params Func<HttpContext, Task>[] answers)
    {
        var count = -1;
        return StartAsync((_, context) => answers[Math.Min(Interlocked.Increment(ref count), answers.Length - 1)](context));
    }

    /// <summary>An answer.</summary>
    public static Func<HttpContext, Task> Say(int status, string body, params (string Name, string Value)[] headers) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        foreach (var (name, value) in headers)
            context.Response.Headers[name] = value;
        return status == 204 ? Task.CompletedTask : context.Response.WriteAsync(body);
    };

    /// <summary>No answer: the connection ends.</summary>
    public static Task Drop(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        var target = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var seen = new Seen(context.Request.Method, target, context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray());
        lock (Requests)
            Requests.Add(seen);
        await _answer(seen, context);
    }
}
