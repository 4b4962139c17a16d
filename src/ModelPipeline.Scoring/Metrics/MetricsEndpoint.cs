using System.Globalization;
using System.Text;
using ModelPipeline.Scoring.Limits;
using ModelPipeline.Scoring.Logs;
using ModelPipeline.Scoring.Probes;
using ModelPipeline.Scoring.RequestLogs;

namespace ModelPipeline.Scoring.Metrics;

/// <summary><c>GET /metrics</c>: what the service has done, for Prometheus.</summary>
internal sealed class MetricsEndpoint(ServiceMetrics metrics, Admission admission, ServiceState state, ServiceVersion version, JsonLog log, FileRequestLog? requestLog)
{
    public IEndpointConventionBuilder Map(IEndpointRouteBuilder app) => app.MapGet("/metrics", context =>
    {
        context.Response.ContentType = MetricsText.ContentType;
        return context.Response.WriteAsync(Text(), Encoding.UTF8, context.RequestAborted);
    });

    private string Text()
    {
        var text = new MetricsText();
        text.Metric("scoring_requests_total", "counter", "Requests that ended, by status; probes are not counted.");
        foreach (var (status, count) in metrics.Requests())
            text.Sample("scoring_requests_total", count, ("status", status.ToString(CultureInfo.InvariantCulture)));
        text.Metric("scoring_requests_refused_total", "counter", "Requests that were refused before they were looked at, by reason.");
        foreach (var reason in Enum.GetValues<Refusal>())
            text.Sample("scoring_requests_refused_total", metrics.RefusedFor(reason), ("reason", Name(reason)));
        text.Histogram("scoring_request_duration_seconds", "How long scoring requests took that were answered with rows, queueing included.", metrics.Latency)
            .Single("scoring_requests_in_flight", "gauge", "Requests that have begun and not ended; probes are not counted.", metrics.InFlight)
            .Single("scoring_requests_queued", "gauge", "Scoring requests that wait for their turn.", admission.Queued)
            .Single("scoring_rows_total", "counter", "Rows that were scored.", metrics.Rows)
            .Single("scoring_ready", "gauge", "Whether the service is ready.", state.Phase == ServicePhase.Ready ? 1 : 0)
            .Single("scoring_log_dropped_total", "counter", "Lines that the log dropped.", log.Dropped);
        if (requestLog is not null)
            text.Single("scoring_request_log_rows_total", "counter", "Rows that the request log kept.", requestLog.Kept)
                .Single("scoring_request_log_dropped_total", "counter", "Rows that the request log was to keep and dropped.", requestLog.Dropped)
                .Single("scoring_request_log_unremoved_files_total", "counter", "How often an old file of the request log could not be removed.", requestLog.UnremovedFiles);
        text.Metric("scoring_model_info", "gauge", "The model and the service.")
            .Sample("scoring_model_info", 1, ("model", version.Model), ("model_version", version.ModelVersion ?? ""), ("digest", version.Digest.ToString()), ("engine", version.Engine), ("service_version", version.Service));
        return Process(text).ToString();
    }

    private static MetricsText Process(MetricsText text)
    {
        text.Single("process_cpu_seconds_total", "counter", "Processor time of all threads, in seconds.", Environment.CpuUsage.TotalTime.TotalSeconds)
            .Single("process_resident_memory_bytes", "gauge", "Resident memory, in bytes.", Environment.WorkingSet)
            .Single("dotnet_gc_pause_seconds_total", "counter", "How long garbage collections paused the service, in seconds.", GC.GetTotalPauseDuration().TotalSeconds)
            .Metric("dotnet_gc_collections_total", "counter", "Garbage collections, by generation; one counts for the younger generations too.");
        for (var generation = 0; generation <= GC.MaxGeneration; generation++)
            text.Sample("dotnet_gc_collections_total", GC.CollectionCount(generation), ("generation", generation.ToString(CultureInfo.InvariantCulture)));
        return text;
    }

    private static string Name(Refusal reason) => reason switch
    {
        Refusal.QueueFull => "queue_full",
        Refusal.QueueTime => "queue_time",
        Refusal.Stopping => "stopping",
        Refusal.Key => "key",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
