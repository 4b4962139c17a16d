using System.IO.Pipelines;
using System.Threading.RateLimiting;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Metrics;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Probes;

namespace ModelPipeline.Scoring.Limits;

/// <summary>
/// Admits a bounded number of scoring requests at once, lets a bounded number wait, and refuses the others. A small body has to arrive before its
/// request takes a place, so that slow senders take none; large ones and streams have places of their own. Whoever is admitted has a limited time.
/// </summary>
internal sealed class Admission(ScoringOptions options, ServiceState state, ServiceMetrics metrics) : IDisposable
{
    private static readonly Problem QueueFull = new(StatusCodes.Status429TooManyRequests, "The queue is full. Send the request again later.");
    private static readonly Problem QueueTime = new(StatusCodes.Status503ServiceUnavailable, "The request waited too long for its turn. Send it again later.");
    private static readonly Problem RequestTime = new(StatusCodes.Status503ServiceUnavailable, "The request took too long. Send fewer rows at once, or send them faster.");
    private static readonly Problem Stopping = new(StatusCodes.Status503ServiceUnavailable, "The service is stopping. Send the request again: another instance will answer.");

    private readonly ConcurrencyLimiter _small = Limiter(options.Concurrency, options.Queue);
    private readonly ConcurrencyLimiter _large = Limiter(Math.Max(1, options.Concurrency / 2), options.Queue);

    /// <summary>How many requests wait for their turn.</summary>
    public long Queued => QueuedIn(_small) + QueuedIn(_large);

    public Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (state.Phase >= ServicePhase.Leaving)
            context.Response.Headers.Connection = "close";
        if (EndpointRole.Of(context) != EndpointRole.Scoring)
            return next(context);
        return state.Phase == ServicePhase.Draining ? RefuseAsync(context, Refusal.Stopping, Stopping) : AdmitAsync(context, next);
    }

    public void Dispose()
    {
        _small.Dispose();
        _large.Dispose();
    }

    private static ConcurrencyLimiter Limiter(int places, int queue) => new(new ConcurrencyLimiterOptions
    {
        PermitLimit = places,
        QueueLimit = queue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private static long QueuedIn(ConcurrencyLimiter limiter) => limiter.GetStatistics()?.CurrentQueuedCount ?? 0;

    private async Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        var isSmall = context.Request.ContentLength <= KestrelLimits.ReadAhead;
        if (isSmall && !HasArrived(context.Request) && !await ArriveAsync(context).ConfigureAwait(false))
        {
            await RequestTime.WriteAsync(context).ConfigureAwait(false);
            return;
        }

        var limiter = isSmall ? _small : _large;
        using var turn = limiter.AttemptAcquire() is { IsAcquired: true } now ? now : await WaitAsync(limiter, context).ConfigureAwait(false);
        if (turn is null)
            await RefuseAsync(context, Refusal.QueueTime, QueueTime).ConfigureAwait(false);
        else if (!turn.IsAcquired)
            await RefuseAsync(context, Refusal.QueueFull, QueueFull).ConfigureAwait(false);
        else
            await RunInTimeAsync(context, next).ConfigureAwait(false);
    }

    /// <summary>Whether a body is there as a whole; nothing of it is taken.</summary>
    private static bool HasArrived(HttpRequest request)
    {
        var body = request.BodyReader;
        if (!body.TryRead(out var read))
            return false;
        var arrived = read.Buffer.Length;
        body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        return read.IsCompleted || arrived >= request.ContentLength;
    }

    /// <summary>Waits until a body is there as a whole; false where that takes too long.</summary>
    private async Task<bool> ArriveAsync(HttpContext context)
    {
        var client = context.RequestAborted;
        var body = context.Request.BodyReader;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(client);
        patience.CancelAfter(options.RequestTime);
        try
        {
            ReadResult read;
            do
            {
                read = await body.ReadAsync(patience.Token).ConfigureAwait(false);
                body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
            while (!read.IsCompleted);
            return true;
        }
        catch (OperationCanceledException) when (!client.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task<RateLimitLease?> WaitAsync(ConcurrencyLimiter limiter, HttpContext context)
    {
        var client = context.RequestAborted;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(client);
        patience.CancelAfter(options.QueueTime);
        try
        {
            return await limiter.AcquireAsync(1, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!client.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task RunInTimeAsync(HttpContext context, RequestDelegate next)
    {
        var client = context.RequestAborted;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(client);
        deadline.CancelAfter(options.RequestTime);
        context.RequestAborted = deadline.Token;
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !client.IsCancellationRequested)
        {
            context.RequestAborted = client;
            if (context.Response.HasStarted)
                context.Abort();
            else
                await RequestTime.WriteAsync(context).ConfigureAwait(false);
        }
        finally
        {
            context.RequestAborted = client;
        }
    }

    private Task RefuseAsync(HttpContext context, Refusal reason, Problem problem)
    {
        metrics.Refused(reason);
        return problem.WriteAsync(context);
    }
}
