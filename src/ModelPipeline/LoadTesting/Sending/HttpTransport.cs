using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using ModelPipeline.LoadTesting.Requests;

namespace ModelPipeline.LoadTesting.Sending;

/// <summary>Sends rows to a scoring service over HTTP/1.1 with connections that are kept, and compares its answers with the bundle's.</summary>
internal sealed class HttpTransport : ITransport, IDisposable
{
    private const int LongestAnswer = 1 << 20;
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly HttpMessageInvoker _http;
    private readonly Uri _invocations;
    private readonly IReadOnlyList<ScoringRequest> _requests;
    private readonly TimeSpan _limit;
    private readonly string? _apiKey;
    private readonly TimeProvider _clock;

    /// <summary>Makes the transport; connections are opened when they are needed.</summary>
    /// <param name="address">The service's address; <c>invocations</c> is below it.</param>
    /// <param name="requests">What is sent, one after the other.</param>
    /// <param name="plan">How long an answer may take and how many connections there may be.</param>
    /// <param name="apiKey">The key that the service asks for; <see langword="null"/> for none.</param>
    /// <param name="clock">The clock.</param>
    public HttpTransport(Uri address, IReadOnlyList<ScoringRequest> requests, LoadPlan plan, string? apiKey, TimeProvider clock)
    {
        (_invocations, _requests, _limit, _apiKey, _clock) = (new Uri(address, "invocations"), requests, plan.AnswerLimit, apiKey, clock);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            ActivityHeadersPropagator = null,
            MaxConnectionsPerServer = plan.MostConnections,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        });
    }

    /// <inheritdoc/>
    public async Task<Reply> SendAsync(int number, CancellationToken cancellation)
    {
        var request = _requests[number % _requests.Count];
        using var limit = new CancellationTokenSource(_limit, _clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            using var message = Message(request);
            using var answer = await _http.SendAsync(message, stop.Token).ConfigureAwait(false);
            await answer.Content.LoadIntoBufferAsync(LongestAnswer, stop.Token).ConfigureAwait(false);
            var finished = _clock.GetTimestamp();
            if (answer.StatusCode != HttpStatusCode.OK)
                return new Reply(ResultOf(answer.StatusCode), finished, FormattableString.Invariant($"status {(int)answer.StatusCode}"));
            var fault = request.FaultOf(await answer.Content.ReadAsByteArrayAsync(stop.Token).ConfigureAwait(false));
            return new Reply(fault is null ? CallResult.Correct : CallResult.WrongAnswer, finished, fault);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException || (fault is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new Reply(ResultOf(fault), _clock.GetTimestamp());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Message(ScoringRequest request)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, _invocations) { Content = new ByteArrayContent(request.Body) { Headers = { ContentType = Json } } };
        if (_apiKey is not null)
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _apiKey);
        return message;
    }

    private static CallResult ResultOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => CallResult.TooManyRequests,
        HttpStatusCode.ServiceUnavailable => CallResult.Unavailable,
        _ => CallResult.OtherStatus,
    };

    private static CallResult ResultOf(Exception fault) => fault switch
    {
        OperationCanceledException => CallResult.TimedOut,
        { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => CallResult.ConnectionRefused,
        _ => CallResult.ConnectionLost,
    };
}
