namespace ModelPipeline.Data;

/// <summary>A quantile of numbers.</summary>
/// <param name="Probability">The share of numbers at or below it, 0 to 1.</param>
/// <param name="Value">The number.</param>
public readonly record struct Quantile(double Probability, double Value)
{
    /// <summary>A quantile by linear interpolation (type 7 of Hyndman and Fan, 1996; the default of R and NumPy).</summary>
    /// <param name="sorted">Numbers, ascending; at least one.</param>
    /// <param name="probability">0 to 1.</param>
    internal static Quantile Of(double[] sorted, double probability)
    {
        var position = probability * (sorted.Length - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, sorted.Length - 1);
        return new(probability, sorted[below] + (position - below) * (sorted[above] - sorted[below]));
    }
}
