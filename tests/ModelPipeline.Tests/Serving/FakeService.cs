using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ModelPipeline.Packaging;
using ModelPipeline.Serving;

namespace ModelPipeline.Tests.Serving;

/// <summary>A scoring service on loopback that answers as a test says.</summary>
internal sealed class FakeService : IContainer
{
    private readonly WebApplication _app;

    private FakeService(WebApplication app) => _app = app;

    public string Place { get; init; } = "a container of Fake 1.0";

    public Uri Address => new(_app.Urls.Single());

    public long Started { get; } = TimeProvider.System.GetTimestamp();

    public long ImageBytes => 50 << 20;

    public string? End { get; set; }

    public bool IsDisposed { get; private set; }

    /// <summary>Starts a service.</summary>
    /// <param name="version">What <c>/version</c> answers.</param>
    /// <param name="answer">The answer to rows: status and JSON, from the numbers of column 0.</param>
    /// <param name="readyAfter">How many times it says first that it is not ready.</param>
    public static async Task<FakeService> StartAsync(string version, Func<double[], (int Status, string Json)> answer, int readyAfter = 0)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/readyz", context =>
        {
            context.Response.StatusCode = Interlocked.Decrement(ref readyAfter) >= 0 ? 503 : 200;
            return Task.CompletedTask;
        });
        app.MapGet("/version", context => context.Response.WriteAsync(version));
        app.MapPost("/invocations", async context =>
        {
            using var body = await JsonDocument.ParseAsync(context.Request.Body);
            var rows = body.RootElement.GetProperty("dataframe_split").GetProperty("data").EnumerateArray();
            var (status, json) = answer([.. rows.Select(row => row[0].ValueKind == JsonValueKind.Null ? double.NaN : row[0].GetDouble())]);
            context.Response.StatusCode = status;
            await context.Response.WriteAsync(json);
        });
        await app.StartAsync();
        return new FakeService(app);
    }

    public Task<ServiceUsage?> ReadUsageAsync(CancellationToken cancellation) => Task.FromResult<ServiceUsage?>(new(TimeSpan.FromMilliseconds(250), 40 << 20));

    public Task<string?> ReadEndAsync(CancellationToken cancellation) => Task.FromResult(End);

    public async ValueTask DisposeAsync()
    {
        IsDisposed = true;
        await _app.DisposeAsync();
    }
}
