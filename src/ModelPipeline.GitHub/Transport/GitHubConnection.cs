using System.Globalization;
using System.Net;
using System.Text;
using ModelPipeline.Git;
using Octokit;
using Octokit.Internal;

namespace ModelPipeline.GitHub.Transport;

/// <summary>Sends calls to GitHub: the one place that waits for limits, repeats what may be repeated and turns every failure into <see cref="RemoteException"/>.</summary>
internal sealed class GitHubConnection : IDisposable
{
    private const string Json = "application/vnd.github+json";
    private const string Bytes = "application/octet-stream";

    private readonly ApiAddress _address;
    private readonly InMemoryCredentialStore _credentials;
    private readonly Octokit.ProductHeaderValue _product;
    private readonly HttpClient _client;
    private readonly GitHubLimits _limits;
    private readonly Refusals _refusals;
    private readonly Pace _pace;
    private readonly TimeProvider _clock;
    private readonly IProgress<string>? _progress;

    /// <summary>Makes a connection; nothing is sent.</summary>
    /// <param name="address">Where the API is.</param>
    /// <param name="token">Who we are.</param>
    /// <param name="clock">Waits.</param>
    /// <param name="limits">How long and how often.</param>
    /// <param name="progress">Takes why it waits.</param>
    public GitHubConnection(ApiAddress address, string token, TimeProvider clock, GitHubLimits limits, IProgress<string>? progress)
    {
        _address = address;
        _credentials = new InMemoryCredentialStore(new Credentials(token));
        _product = new("ModelPipeline", typeof(GitHubConnection).Assembly.GetName().Version?.ToString(3));
        _client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = !address.Base.IsLoopback,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConnectTimeout = TimeSpan.FromSeconds(30),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _limits = limits;
        _refusals = new Refusals(token);
        _pace = new Pace(clock, limits.BetweenChanges);
        _clock = clock;
        _progress = progress;
    }

    /// <summary>Where the API is.</summary>
    public ApiAddress Address => _address;

    /// <summary>How many pages a list may have.</summary>
    public int Pages => _limits.Pages;

    /// <summary>Sends a call and waits for its answer.</summary>
    /// <param name="call">The call.</param>
    /// <param name="cancellation">Stops it, also while it waits.</param>
    /// <returns>The answer: a success, or a refusal that the caller understands.</returns>
    /// <exception cref="RemoteException">It was refused, no answer came, or GitHub wants to be left alone for too long.</exception>
    public async Task<GitHubReply> SendAsync(GitHubCall call, CancellationToken cancellation)
    {
        var start = call.Upload?.Content.Position ?? 0;
        var (repeats, rateWaits, waited) = (0, 0, TimeSpan.Zero);
        while (true)
        {
            await _pace.WaitAsync(call.IsChange, cancellation);
            if (call.Upload is { } upload)
                upload.Content.Position = start;
            var (reply, fault) = await TryAsync(call, cancellation);
            if (fault is null && (reply!.Status < 400 || call.Understood.Contains(reply.Status)) && RateLimitWait.Of(reply, 0, _clock.GetUtcNow()) is null)
                return reply;
            if (reply is not null && RateLimitWait.Of(reply, rateWaits, _clock.GetUtcNow()) is { } wait)
            {
                waited += wait;
                if (++rateWaits > _limits.RateWaits || waited > _limits.RateWaitTotal)
                    throw _refusals.OfLimit(reply, _clock.GetUtcNow() + wait);
                Hold(wait, $"GitHub limits requests ({call})");
                if (call.RestsOnReading)
                    throw _refusals.OfLimit(reply, _clock.GetUtcNow() + wait);
            }
            else if ((fault is not null || reply!.Status >= 500) && (!call.IsChange || call.IsRepeatable) && repeats < _limits.Repeats)
            {
                var told = reply is null ? null : RateLimitWait.RetryAfter(reply, _clock.GetUtcNow());
                var delay = _limits.RepeatDelay * (1 << repeats++);
                Hold(told > delay && told < _limits.RateWaitTotal ? told.Value : delay, fault is null ? string.Create(CultureInfo.InvariantCulture, $"GitHub answers {reply!.Status} to {call}") : $"No answer to {call}");
            }
            else
            {
                throw fault is null ? _refusals.Of(reply!) : _refusals.OfSilence(call, fault);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _client.Dispose();
        _pace.Dispose();
    }

    private void Hold(TimeSpan wait, string why)
    {
        var until = _clock.GetUtcNow() + wait;
        _progress?.Report(string.Create(CultureInfo.InvariantCulture, $"{why}; again at {until:HH:mm:ss} UTC, in {wait.TotalSeconds:0} s"));
        _pace.HoldUntil(until);
    }

    private async Task<(GitHubReply? Reply, Exception? Fault)> TryAsync(GitHubCall call, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(call.IsDownload || call.Upload is not null ? _limits.Transfer : _limits.Request);
        try
        {
            using var transport = new CallTransport(_client, _address, call, _limits, limit.Token);
            return (await SendOnceAsync(call, new Connection(_product, _address.Base, _credentials, transport, new UnreadBody())), null);
        }
        catch (ApiException refusal)
        {
            return (_refusals.WithoutToken(Reply(call, refusal.HttpResponse)), null);
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellation.ThrowIfCancellationRequested();
            return (null, fault);
        }
        catch (Exception fault) when (fault is InvalidDataException or DecoderFallbackException or FormatException)
        {
            throw _refusals.OfBody(call, fault);
        }
    }

    private static async Task<GitHubReply> SendOnceAsync(GitHubCall call, Connection connection)
    {
        var body = call.Body?.ToJsonString() ?? "{}";
        var accept = call.IsDownload ? Bytes : Json;
        return call.Method.Method switch
        {
            "GET" => Reply(call, (await connection.Get<object>(call.Endpoint, null, accept, CancellationToken.None)).HttpResponse),
            "POST" when call.Upload is { } file => Reply(call, (await connection.Post<object>(call.Endpoint, file.Content, accept, file.ContentType)).HttpResponse),
            "POST" => Reply(call, (await connection.Post<object>(call.Endpoint, body, accept, "application/json")).HttpResponse),
            "PATCH" => Reply(call, (await connection.Patch<object>(call.Endpoint, body)).HttpResponse),
            "PUT" => Reply(call, (await connection.Put<object>(call.Endpoint, body)).HttpResponse),
            "DELETE" => new GitHubReply(call, (int)await connection.Delete(call.Endpoint), new Dictionary<string, string>(), null),
            _ => throw new NotSupportedException($"No call uses {call.Method}."),
        };
    }

    private static GitHubReply Reply(GitHubCall call, IResponse response) => new(call, (int)response.StatusCode, response.Headers, response.Body);
}
