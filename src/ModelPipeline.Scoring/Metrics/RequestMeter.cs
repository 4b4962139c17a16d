using System.Diagnostics;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Scoring.Logs;

namespace ModelPipeline.Scoring.Metrics;

/// <summary>Counts requests and measures how long they took; logs them where asked to.</summary>
/// <param name="metrics">The counters.</param>
/// <param name="accessLog">Takes a line a request; <see langword="null"/> where none is wanted.</param>
internal sealed class RequestMeter(ServiceMetrics metrics, JsonLog? accessLog)
{
    public Task RunAsync(HttpContext context, RequestDelegate next)
    {
        var role = EndpointRole.Of(context);
        return role == EndpointRole.Probe || role == EndpointRole.Metrics ? next(context) : MeasureAsync(context, next, role == EndpointRole.Scoring);
    }

    private async Task MeasureAsync(HttpContext context, RequestDelegate next, bool scores)
    {
        var begun = Stopwatch.GetTimestamp();
        if (accessLog is not null)
            context.Features.Set(new ScoredRows());
        metrics.Begin();
        try
        {
            await next(context).ConfigureAwait(false);
        }
        finally
        {
            var took = Stopwatch.GetTimestamp() - begun;
            metrics.End(context.Response.StatusCode);
            if (scores && context.Response.StatusCode < StatusCodes.Status400BadRequest)
                metrics.Latency.Add(took);
            if (accessLog is not null)
                Log(accessLog, context, Stopwatch.GetElapsedTime(begun, begun + took));
        }
    }

    private static void Log(JsonLog log, HttpContext context, TimeSpan took) => log.Info("request", json =>
    {
        json.WriteString("method", HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsPost(context.Request.Method) ? context.Request.Method : "other");
        json.WriteString("path", (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText);
        json.WriteNumber("status", context.Response.StatusCode);
        json.WriteNumber("rows", context.Features.Get<ScoredRows>()?.Count ?? 0);
        json.WriteNumber("ms", Math.Round(took.TotalMilliseconds, 3));
    });
}
