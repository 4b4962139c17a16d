using ModelPipeline.Statistics;

namespace ModelPipeline.Differential;

/// <summary>What is allowed to differ.</summary>
/// <param name="Value">The limit; <see cref="double.NaN"/> where there is neither one in the spec nor a noise floor.</param>
/// <param name="Origin">Where it comes from, as the end of a sentence.</param>
internal readonly record struct DifferenceLimit(double Value, string Origin)
{
    private const double Margin = 1.5;
    private const double LeastShift = 1e-3;
    private const double Rounding = 1e-9;
    private const string OfSpec = "the limit in the spec";
    private const string OfFloor = "1.5 times the champion's noise floor";
    private const string OfCount = "the noise floor's upper 95% bound on so many rows";

    /// <summary>The limit of a share of rows: that of the spec; otherwise 1.5 times the noise floor, or where more the upper 95% bound of the floor's share on these rows.</summary>
    /// <param name="wanted">The spec's limit, if any.</param>
    /// <param name="floor">The champion's noise floor.</param>
    /// <param name="rows">How many rows are compared.</param>
    public static DifferenceLimit OfShare(double? wanted, double floor, int rows)
    {
        if (wanted is { } limit)
            return new(limit, OfSpec);
        if (!double.IsFinite(floor))
            return new(double.NaN, "");
        var upper = WilsonInterval.Of((long)Math.Ceiling(floor * rows - Rounding), rows).High;
        return upper > Margin * floor ? new(upper, OfCount) : new(Math.Min(1, Margin * floor), OfFloor);
    }

    /// <summary>
    /// The limit of a mean's shift: that of the spec; otherwise 1.5 times the noise floor and 0.001, or where more the upper 95% bound of a shift as great as the floor on these rows.
    /// </summary>
    /// <param name="wanted">The spec's limit, if any.</param>
    /// <param name="floor">The champion's noise floor.</param>
    /// <param name="margin">Half the width of the shift's 95% interval; <see cref="double.NaN"/> where it has none.</param>
    public static DifferenceLimit OfShift(double? wanted, double floor, double margin)
    {
        if (wanted is { } limit)
            return new(limit, OfSpec);
        if (!double.IsFinite(floor))
            return new(double.NaN, "");
        var least = Margin * floor + LeastShift;
        return floor + margin > least ? new(floor + margin, OfCount) : new(least, OfFloor);
    }
}
