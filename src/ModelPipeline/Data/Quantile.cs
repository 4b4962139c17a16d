using ModelPipeline.Statistics;

namespace ModelPipeline.Data;

/// <summary>A quantile of numbers.</summary>
/// <param name="Probability">The share of numbers at or below it, 0 to 1.</param>
/// <param name="Value">The number.</param>
public readonly record struct Quantile(double Probability, double Value)
{
    /// <summary>A quantile by linear interpolation.</summary>
    /// <param name="sorted">Numbers, ascending; at least one.</param>
    /// <param name="probability">0 to 1.</param>
    internal static Quantile Of(double[] sorted, double probability) => new(probability, OrderStatistics.Quantile(sorted, probability));
}
