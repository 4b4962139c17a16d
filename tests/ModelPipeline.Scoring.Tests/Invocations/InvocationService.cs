using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Invocations;

namespace ModelPipeline.Scoring.Tests.Invocations;

/// <summary>The endpoint alone, on a free port of the loopback device.</summary>
internal sealed class InvocationService : IAsyncDisposable
{
    /// <summary>From how many bytes on the client asks before it sends them.</summary>
    private const int WorthAsking = 10_000_000;

    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private InvocationService(WebApplication app)
    {
        _app = app;
        _client = new() { BaseAddress = new(app.Urls.Single()) };
    }

    public Uri Address => _client.BaseAddress!;

    public static async Task<InvocationService> StartAsync(ServedModel model, InvocationOptions? options = null, IRequestLog? log = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        InvocationsEndpoint.Map(app, model, log ?? NoRequestLog.Instance, options);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app);
    }

    public Task<Answer> PostAsync(string body, string contentType = "application/json") => PostAsync(Encoding.UTF8.GetBytes(body), contentType);

    public Task<Answer> PostAsync(byte[] body, string? contentType) => PostAsync(new ByteArrayContent(body), contentType);

    public async Task<Answer> PostAsync(HttpContent content, string? contentType)
    {
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/invocations") { Content = content };
        request.Headers.ExpectContinue = content.Headers.ContentLength > WorthAsking;
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return new(
            (int)response.StatusCode,
            response.Content.Headers.ContentType?.ToString(),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
