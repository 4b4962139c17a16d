using ModelPipeline.Data;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Linear.Preprocessing;

/// <summary>
/// A number, standardised: <c>(value − Mean) / Scale</c>, a missing one at its mean, which is 0.
/// A column that is constant or wholly missing becomes zeros, so that the penalty leaves it the weight 0; one that varies by rounding errors alone
/// keeps its scale, since dividing by theirs would make signals of them.
/// </summary>
/// <param name="Name">The feature's header.</param>
/// <param name="Mean">The mean of the values that are present; 0 where none is.</param>
/// <param name="Scale">The population standard deviation after missing values were set to the mean; 1 where it would be 0 or a rounding error of the values.</param>
/// <param name="MissingIndicator">Whether a second column says that the value is missing.</param>
internal sealed record NumericEncoding(string Name, double Mean, double Scale, bool MissingIndicator)
    : FeatureEncoding(Name, MissingIndicator)
{
    /// <summary>Eight units in the last place: a deviation below this share of the greatest value is a rounding error.</summary>
    private const double RoundingError = 8.0 / (1L << 52);

    public override int Columns => MissingIndicator ? 2 : 1;

    /// <exception cref="TrainingException">The numbers are too great for a mean or a standard deviation.</exception>
    public static NumericEncoding Fit(NumericColumn column)
    {
        var (present, sum, least, greatest) = (0, new CompensatedSum(), double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in column.Values)
        {
            if (double.IsNaN(value))
                continue;
            present++;
            sum.Add(value);
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        var indicator = present > 0 && present < column.Count;
        if (present == 0)
            return new(column.Name, 0, 1, indicator);
        if (least == greatest && double.IsFinite(least))
            return new(column.Name, least, 1, indicator);

        var mean = sum.Value / present;
        var scale = Math.Sqrt(SquaresAround(mean, column.Values) / column.Count);
        if (!double.IsFinite(scale))
            throw new TrainingException($"The numbers of column {QuotedText.Of(column.Name)} are too great to standardise: rescale them.");
        var isConstant = scale <= RoundingError * Math.Max(Math.Abs(least), Math.Abs(greatest));
        return new(column.Name, mean, isConstant ? 1 : scale, indicator);
    }

    private static double SquaresAround(double mean, ReadOnlySpan<double> values)
    {
        var sum = new CompensatedSum();
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
                sum.Add((value - mean) * (value - mean));
        }

        return sum.Value;
    }
}
