using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Metrics;

/// <summary>Bootstrap replicates of metrics, all of the same resamples.</summary>
internal sealed class MetricReplicates
{
    private readonly Dictionary<PreparedMetric, double[]> _byMetric;

    private MetricReplicates(Dictionary<PreparedMetric, double[]> byMetric) => _byMetric = byMetric;

    /// <summary>No replicates: a metric without a closed form has no interval.</summary>
    public static MetricReplicates None { get; } = new([]);

    /// <summary>The replicates of a metric; <see langword="null"/> where it has none.</summary>
    public double[]? Of(PreparedMetric metric) => _byMetric.GetValueOrDefault(metric);

    /// <summary>Draws replicates of those metrics that need them.</summary>
    /// <param name="rows">Rows like those of every metric.</param>
    /// <param name="metrics">The metrics of one model or several.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static MetricReplicates Draw(ScoredRows rows, IEnumerable<PreparedMetric> metrics, long seed, CancellationToken cancellation)
    {
        PreparedMetric[] bootstrapped = [.. metrics.Where(metric => metric.NeedsBootstrap)];
        var replicates = Bootstrap.Replicates(
            rows.Count,
            Bootstrap.ReplicatesFor((long)rows.Count * rows.Outputs),
            seed,
            [.. bootstrapped.Select(metric => (ResampleStatistic)metric.Metric!.Value)],
            cancellation);
        return new(bootstrapped.Zip(replicates).ToDictionary(pair => pair.First, pair => pair.Second));
    }
}
