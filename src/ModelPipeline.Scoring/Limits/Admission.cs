using System.Threading.RateLimiting;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Metrics;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Probes;

namespace ModelPipeline.Scoring.Limits;

/// <summary>
/// Admits a bounded number of scoring requests at once, lets a bounded number wait, and refuses the others before their bodies are read.
/// Whoever is admitted has a limited time.
/// </summary>
internal sealed class Admission(ScoringOptions options, ServiceState state, ServiceMetrics metrics) : IDisposable
{
    private static readonly Problem QueueFull = new(StatusCodes.Status429TooManyRequests, "The queue is full. Send the request again later.");
    private static readonly Problem QueueTime = new(StatusCodes.Status503ServiceUnavailable, "The request waited too long for its turn. Send it again later.");
    private static readonly Problem RequestTime = new(StatusCodes.Status503ServiceUnavailable, "The request took too long. Send fewer rows at once, or send them faster.");
    private static readonly Problem Stopping = new(StatusCodes.Status503ServiceUnavailable, "The service is stopping. Send the request again: another instance will answer.");

    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = options.Concurrency,
        QueueLimit = options.Queue,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    /// <summary>How many requests wait for their turn.</summary>
    public long Queued => _limiter.GetStatistics()?.CurrentQueuedCount ?? 0;

    public Task RunAsync(HttpContext context, RequestDelegate next)
    {
        if (state.Phase >= ServicePhase.Leaving)
            context.Response.Headers.Connection = "close";
        if (EndpointRole.Of(context) != EndpointRole.Scoring)
            return next(context);
        return state.Phase == ServicePhase.Draining ? RefuseAsync(context, Refusal.Stopping, Stopping) : AdmitAsync(context, next);
    }

    public void Dispose() => _limiter.Dispose();

    private async Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        using var turn = _limiter.AttemptAcquire() is { IsAcquired: true } now ? now : await WaitAsync(context).ConfigureAwait(false);
        if (turn is null)
            await RefuseAsync(context, Refusal.QueueTime, QueueTime).ConfigureAwait(false);
        else if (!turn.IsAcquired)
            await RefuseAsync(context, Refusal.QueueFull, QueueFull).ConfigureAwait(false);
        else
            await RunInTimeAsync(context, next).ConfigureAwait(false);
    }

    private async Task<RateLimitLease?> WaitAsync(HttpContext context)
    {
        var client = context.RequestAborted;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(client);
        patience.CancelAfter(options.QueueTime);
        try
        {
            return await _limiter.AcquireAsync(1, patience.Token).ConfigureAwait(false);
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
