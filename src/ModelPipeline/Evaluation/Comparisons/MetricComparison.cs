using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Comparisons;

/// <summary>What a metric is on the test rows, of the candidate and of the champion.</summary>
/// <param name="Candidate">The candidate's.</param>
/// <param name="Champion">The champion's; <see langword="null"/> where there is none to compare with.</param>
/// <param name="Difference">
/// Candidate less champion with its paired 95% interval. <see cref="double.NaN"/> where either is undefined; the bounds alone where there are too few rows.
/// </param>
internal sealed record MetricComparison(MetricEstimate Candidate, MetricEstimate? Champion, Estimate Difference)
{
    /// <summary>The difference that does not exist.</summary>
    public static Estimate NoDifference { get; } = new(double.NaN, double.NaN, double.NaN);

    /// <summary>The metric.</summary>
    public MetricDefinition Metric => Candidate.Metric;

    /// <summary>The difference, a gain counted as positive whether greater or less is better.</summary>
    public Estimate Gain => Metric.GreaterIsBetter ? Difference : new(-Difference.Value, -Difference.High, -Difference.Low);
}
