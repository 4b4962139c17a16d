using System.Net.Http.Headers;

namespace ModelPipeline.LoadTesting.Usage;

/// <summary>A service's <c>/metrics</c>.</summary>
internal sealed class MetricsPage : IDisposable
{
    private readonly HttpClient _http;

    /// <summary>Makes the page.</summary>
    /// <param name="address">The service's address.</param>
    /// <param name="apiKey">The key that the service asks for; <see langword="null"/> for none.</param>
    public MetricsPage(Uri address, string? apiKey)
    {
        _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = address, MaxResponseContentBufferSize = 1 << 20, Timeout = TimeSpan.FromSeconds(5) };
        if (apiKey is not null)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
    }

    /// <summary>The garbage collections so far; <see langword="null"/> where the service does not say.</summary>
    /// <param name="cancellation">Stops the asking.</param>
    public async Task<GarbageCollections?> ReadAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("metrics", UriKind.Relative), cancellation).ConfigureAwait(false);
            return answer.IsSuccessStatusCode ? GarbageCollections.Read(await answer.Content.ReadAsStringAsync(cancellation).ConfigureAwait(false)) : null;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();
}
