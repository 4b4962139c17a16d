using System.Globalization;
using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Gates;

/// <summary>
/// How many test rows would decide a comparison whose interval straddles a margin: as many as make the interval end at the margin, if the estimate stays where
/// it is and the interval narrows with one over the square root of the rows.
/// </summary>
internal static class RowsToDecide
{
    private const double Most = 1e9;

    /// <summary>How the number was found; the hint beside <see cref="Sentence"/>.</summary>
    public const string Method =
        "that number takes the difference as it is and lets the interval narrow with one over the square root of the rows; test on more rows, or say 'undecided: pass' in evaluate";

    /// <summary>The number, for example <c>undecided: about 1,300 test rows would decide</c>.</summary>
    /// <param name="gain">The gain; its interval contains the margin.</param>
    /// <param name="margin">The margin.</param>
    /// <param name="rows">How many rows the interval is of.</param>
    public static string Sentence(Estimate gain, double margin, int rows)
    {
        var distance = Math.Abs(gain.Value - margin);
        var halfWidth = gain.Value > margin ? gain.Value - gain.Low : gain.High - gain.Value;
        var needed = rows * Math.Pow(halfWidth / distance, 2);
        if (distance == 0)
            return "undecided: no number of rows will decide, because the difference lies on the margin itself";
        return needed < Most
            ? string.Create(CultureInfo.InvariantCulture, $"undecided: about {RoundedUp(Math.Floor(needed) + 1):N0} test rows would decide")
            : "undecided: more than a billion test rows would be needed to decide, because the difference lies almost on the margin itself";
    }

    /// <summary>Two digits say as much as is known.</summary>
    private static double RoundedUp(double number)
    {
        var unit = Math.Max(1, Math.Pow(10, Math.Floor(Math.Log10(number)) - 1));
        return Math.Ceiling(number / unit) * unit;
    }
}
