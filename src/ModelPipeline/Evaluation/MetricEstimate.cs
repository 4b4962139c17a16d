using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation;

/// <summary>What a metric is on the test rows.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Estimate">
/// Its value with the 95% interval. The bounds alone are <see cref="double.NaN"/> where the value has no interval, for example because one class has a
/// single row.
/// </param>
/// <param name="Undefined">Why the value is <see cref="double.NaN"/>; <see langword="null"/> where it is a number.</param>
internal sealed record MetricEstimate(MetricDefinition Metric, Estimate Estimate, string? Undefined)
{
    /// <summary>How many bootstrap replicates were dropped because the metric is undefined for their rows.</summary>
    /// <value>Default: 0.</value>
    public int DroppedReplicates { get; init; }

    internal static MetricEstimate OfUndefined(MetricDefinition metric, string reason) =>
        new(metric, new Estimate(double.NaN, double.NaN, double.NaN), reason);
}
