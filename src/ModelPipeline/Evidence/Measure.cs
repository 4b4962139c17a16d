using ModelPipeline.Statistics;

namespace ModelPipeline.Evidence;

/// <summary>A number that a step measured, with its 95% interval where it has one.</summary>
/// <param name="Value">The number.</param>
/// <param name="Low">The interval's lower bound.</param>
/// <param name="High">The interval's upper bound.</param>
public sealed record Measure(double Value, double? Low = null, double? High = null)
{
    /// <summary>A number without an interval.</summary>
    public static implicit operator Measure(double value) => new(value);

    /// <summary>What was estimated; a bound that is not known is absent.</summary>
    internal static Measure Of(Estimate estimate) => new(estimate.Value, Known(estimate.Low), Known(estimate.High));

    private static double? Known(double bound) => double.IsNaN(bound) ? null : bound;
}
