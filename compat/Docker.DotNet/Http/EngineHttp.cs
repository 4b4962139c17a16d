using System.Net;
using System.Text.Json;

namespace Docker.DotNet.Http;

/// <summary>Sends requests to an engine.</summary>
internal sealed class EngineHttp : IDisposable
{
    private readonly HttpClient _client;

    public EngineHttp(DockerClientConfiguration configuration, Version version)
    {
        var (handler, address) = EngineHandler.Of(configuration);
        _client = new HttpClient(configuration.Credentials.GetHandler(handler))
        {
            BaseAddress = version is null ? address : new Uri(address, $"v{version}/"),
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
        _client.DefaultRequestHeaders.UserAgent.ParseAdd("Docker.DotNet");
        _client.DefaultRequestHeaders.ConnectionClose = true;
        foreach (var (name, value) in configuration.DefaultHttpRequestHeaders)
            _client.DefaultRequestHeaders.Add(name, value);
        Timeout = configuration.DefaultTimeout;
    }

    public TimeSpan Timeout { get; set; }

    /// <summary>Sends a request and reads the status of the answer.</summary>
    public async Task<HttpStatusCode> SendAsync(EngineRequest request, CancellationToken cancellation)
    {
        var (status, _) = await ReadAsync(request, cancellation).ConfigureAwait(false);
        return status;
    }

    /// <summary>Sends a request and reads the object of the answer.</summary>
    public async Task<T> JsonAsync<T>(EngineRequest request, CancellationToken cancellation)
    {
        var (_, body) = await ReadAsync(request, cancellation).ConfigureAwait(false);
        return JsonSerializer.Deserialize<T>(body, EngineJson.Options);
    }

    /// <summary>Sends a request and reports every object of the answer as it comes.</summary>
    public async Task ReportAsync<T>(EngineRequest request, IProgress<T> progress, CancellationToken cancellation)
    {
        using var answer = await OpenAsync(request, cancellation).ConfigureAwait(false);
        var objects = JsonSerializer.DeserializeAsyncEnumerable<T>(answer, topLevelValues: true, EngineJson.Options, cancellation);
        await foreach (var one in objects.ConfigureAwait(false))
            progress.Report(one);
    }

    /// <summary>Sends a request and opens the body of the answer.</summary>
    public async Task<Stream> OpenAsync(EngineRequest request, CancellationToken cancellation)
    {
        var response = await AnswerAsync(request, cancellation).ConfigureAwait(false);
        return await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
    }

    public void Dispose() => _client.Dispose();

    private async Task<(HttpStatusCode Status, string Body)> ReadAsync(EngineRequest request, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(request.HasNoTimeout ? System.Threading.Timeout.InfiniteTimeSpan : Timeout);
        using var response = await AnswerAsync(request, limit.Token).ConfigureAwait(false);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(limit.Token).ConfigureAwait(false));
    }

    private async Task<HttpResponseMessage> AnswerAsync(EngineRequest request, CancellationToken cancellation)
    {
        using var message = new HttpRequestMessage(request.Method, request.Path) { Content = request.Content };
        var response = await _client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
        if (response.StatusCode is >= HttpStatusCode.OK and < HttpStatusCode.BadRequest)
            return response;

        using (response)
        {
            var body = await response.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false);
            throw response.StatusCode is HttpStatusCode.NotFound
                ? request.NotFound(response.StatusCode, body)
                : new DockerApiException(response.StatusCode, body);
        }
    }
}
