using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Serving;

/// <summary>Asks a scoring service. One is enough for several threads.</summary>
/// <param name="address">The service's address.</param>
internal sealed class ServiceClient(Uri address) : IDisposable
{
    private const int MostWords = 400;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPreparation = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = address, Timeout = Limit };

    /// <summary>Makes one request that nobody answers, so that the first one to a service does not wait for this process to compile its client.</summary>
    public static async Task PrepareAsync(CancellationToken cancellation)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new UriBuilder("http", "127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port).Uri;
        listener.Stop();
        using var client = new ServiceClient(address);
        client._http.Timeout = LongestPreparation;
        await client.IsReadyAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Waits until the service says that it is ready.</summary>
    /// <param name="instance">The service.</param>
    /// <param name="limit">How long it may take since its start.</param>
    /// <param name="clock">Measures that.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <returns>The time from its start to its first answer that it is ready.</returns>
    /// <exception cref="IOException">It ended, or was not ready in time.</exception>
    public async Task<TimeSpan> WaitUntilReadyAsync(IServiceInstance instance, TimeSpan limit, TimeProvider clock, CancellationToken cancellation)
    {
        while (!await IsReadyAsync(cancellation).ConfigureAwait(false))
        {
            if (await instance.ReadEndAsync(cancellation).ConfigureAwait(false) is { } end)
                throw new IOException($"The scoring service in {instance.Place} is not ready: {end}");
            if (clock.GetElapsedTime(instance.Started) > limit)
                throw new IOException(FormattableString.Invariant($"The scoring service in {instance.Place} was not ready within {limit.TotalSeconds:0.#} s."));
            await Task.Delay(Pause, clock, cancellation).ConfigureAwait(false);
        }

        return clock.GetElapsedTime(instance.Started);
    }

    /// <summary>The digest of the bundle that the service answers with.</summary>
    /// <exception cref="IOException">The service does not say.</exception>
    public async Task<Digest> ReadDigestAsync(CancellationToken cancellation)
    {
        using var answer = await SendAsync(() => new HttpRequestMessage(HttpMethod.Get, "version"), cancellation).ConfigureAwait(false);
        return answer.RootElement.ValueKind == JsonValueKind.Object
            && answer.RootElement.TryGetProperty("digest", out var text) && text.ValueKind == JsonValueKind.String && Digest.TryParse(text.GetString(), out var digest)
            ? digest
            : throw new IOException("The scoring service does not say in /version which bundle it answers with.");
    }

    /// <summary>Scores rows.</summary>
    /// <param name="rows">Columns of numbers and categories.</param>
    /// <param name="outputs">The outputs that are expected of each row.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    /// <exception cref="IOException">The service refuses, or its answer is none.</exception>
    public async Task<Scores> ScoreAsync(Table rows, IReadOnlyList<string> outputs, CancellationToken cancellation)
    {
        var body = InvocationBody.Of(rows);
        using var answer = await SendAsync(() => Invocation(body), cancellation).ConfigureAwait(false);
        return InvocationAnswer.Read(answer.RootElement, rows.Rows, outputs);
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static HttpRequestMessage Invocation(byte[] body) => new(HttpMethod.Post, "invocations")
    {
        Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
    };

    private async Task<bool> IsReadyAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await _http.GetAsync(new Uri("readyz", UriKind.Relative), cancellation).ConfigureAwait(false);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is HttpRequestException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    private async Task<JsonDocument> SendAsync(Func<HttpRequestMessage> request, CancellationToken cancellation)
    {
        try
        {
            using var message = request();
            using var answer = await _http.SendAsync(message, cancellation).ConfigureAwait(false);
            var bytes = await answer.Content.ReadAsByteArrayAsync(cancellation).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? JsonDocument.Parse(bytes)
                : throw new IOException(FormattableString.Invariant($"The scoring service answered {(int)answer.StatusCode}: {QuotedText.Escape(System.Text.Encoding.UTF8.GetString(bytes), MostWords)}"));
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new IOException($"The scoring service gave no answer: {QuotedText.Escape(fault.Message, MostWords)}", fault);
        }
    }
}
