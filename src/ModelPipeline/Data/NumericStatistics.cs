using ModelPipeline.Statistics;

namespace ModelPipeline.Data;

/// <summary>
/// What a column of numbers looks like. Sums are taken over the sorted values, so they do not depend on the order of the rows, and in units of the
/// greatest value, so that they do not overflow.
/// </summary>
/// <param name="Name">The header.</param>
/// <param name="Count">How many rows have a number.</param>
/// <param name="Missing">How many rows have none.</param>
public sealed record NumericStatistics(string Name, int Count, int Missing) : ColumnStatistics(Name, Count, Missing)
{
    private static readonly double[] Probabilities = [0.01, 0.25, 0.5, 0.75, 0.99];

    /// <summary>The arithmetic mean; <see langword="null"/> without a number.</summary>
    public double? Mean { get; init; }

    /// <summary>The standard deviation of the sample (divided by n - 1); 0 of a single number; <see langword="null"/> without one.</summary>
    public double? StandardDeviation { get; init; }

    /// <summary>The least number; <see langword="null"/> without one.</summary>
    public double? Minimum { get; init; }

    /// <summary>The greatest number; <see langword="null"/> without one.</summary>
    public double? Maximum { get; init; }

    /// <summary>The quantiles at 0.01, 0.25, 0.5, 0.75 and 0.99; empty without a number.</summary>
    public IReadOnlyList<Quantile> Quantiles { get; init; } = [];

    internal override bool IsConstant => Minimum == Maximum;

    /// <summary>Describes a column.</summary>
    public static NumericStatistics Of(NumericColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        var sorted = Array.FindAll(column.Values.ToArray(), double.IsFinite);
        Array.Sort(sorted);
        var described = new NumericStatistics(column.Name, sorted.Length, column.Count - sorted.Length);
        if (sorted.Length == 0)
            return described;
        var exponent = Math.ILogB(Math.Max(Math.Max(-sorted[0], sorted[^1]), double.Epsilon));
        var scaled = Array.ConvertAll(sorted, value => Math.ScaleB(value, -exponent));
        var mean = CompensatedSum.Of(scaled) / scaled.Length;
        var squares = CompensatedSum.Of(Array.ConvertAll(scaled, value => (value - mean) * (value - mean)));
        return described with
        {
            Mean = Math.Clamp(Math.ScaleB(mean, exponent), sorted[0], sorted[^1]),
            StandardDeviation = sorted[0] == sorted[^1] ? 0 : Math.ScaleB(Math.Sqrt(squares / (sorted.Length - 1)), exponent),
            Minimum = sorted[0],
            Maximum = sorted[^1],
            Quantiles = [.. Probabilities.Select(probability => Quantile.Of(sorted, probability))],
        };
    }
}
