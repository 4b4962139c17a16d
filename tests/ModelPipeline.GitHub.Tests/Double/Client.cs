using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Double;

/// <summary>Plain HTTP to the double, with a token.</summary>
internal sealed class Client : IDisposable
{
    private readonly HttpClient _http;

    public Client(GitHubDouble github, string? token)
    {
        _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = github.Address };
        _http.DefaultRequestHeaders.UserAgent.ParseAdd("tests");
        if (token is not null)
            _http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    public async Task<(int Status, JsonElement Body, HttpResponseHeaders Headers)> SendAsync(string method, string address, object? body = null, string? accept = null)
    {
        using var request = new HttpRequestMessage(new(method), address);
        request.Content = body is byte[] bytes ? new ByteArrayContent(bytes) { Headers = { ContentType = new("application/octet-stream") } }
            : body is null ? null : JsonContent.Create(body);
        if (accept is not null)
            request.Headers.Accept.ParseAdd(accept);
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, text.Length == 0 ? default : JsonElement.Parse(text), response.Headers);
    }

    public async Task<JsonElement> GetAsync(string address)
    {
        var (status, body, _) = await SendAsync("GET", address);
        status.ShouldBe(200, body.ToString());
        return body;
    }

    public async Task<int> StatusAsync(string method, string address, object? body = null) => (await SendAsync(method, address, body)).Status;

    public void Dispose() => _http.Dispose();
}
