using System.Globalization;
using ModelPipeline.Statistics;

namespace ModelPipeline.Figures;

/// <summary>How far the candidate's scores lie from the champion's, as a histogram with the tolerance.</summary>
internal static class DifferenceFigure
{
    private const string Title = "Differences of scores";
    private const int Bins = 41;
    private const int LeastRows = 5;
    private const int LongestUnit = 60;
    private const double ShownShare = 0.99;

    /// <summary>
    /// Draws it. The axis reaches as far as 99% of the differences and the tolerance; the rows beyond are counted in the outermost bins, and a note tells how many.
    /// </summary>
    /// <param name="differences">Candidate less champion, one a row; what is not finite is counted, not drawn.</param>
    /// <param name="tolerance">How far a row may move, 0 or more.</param>
    /// <param name="unit">The unit of both.</param>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance is negative or not finite.</exception>
    public static string Draw(IReadOnlyList<double> differences, double tolerance, string unit)
    {
        if (!double.IsFinite(tolerance) || tolerance < 0)
            throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "A tolerance is a number of 0 or more.");
        double[] finite = [.. differences.Where(double.IsFinite)];
        if (finite.Length == 0)
            return EmptyFigure.Draw(Title, differences.Count == 0 ? "There are no rows." : $"No difference is a number: {FigureNumber.Rows(differences.Count)}.");

        var x = Axis.Around0(ReachOf(finite, tolerance), 84, 616);
        var counts = CountsOf(finite, x);
        var y = new Axis(0, Math.Max(counts.Max(), LeastRows) * 1.05, 236, 44);
        var svg = new Svg(Title, Svg.MostWidth, 312);
        svg.Rectangle(x.At(-tolerance), y.End, x.At(tolerance) - x.At(-tolerance), y.Start - y.End, Palette.Green, 0.08);
        Axes.Draw(svg, x, y, $"candidate − champion ({QuotedText.Escape(unit, LongestUnit)})", "rows");
        for (var bin = 0; bin < Bins; bin++)
            if (counts[bin] > 0)
                Bar(svg, x, y, bin, counts[bin]);
        foreach (var edge in new[] { -tolerance, tolerance })
            svg.Line(x.At(edge), y.End, x.At(edge), y.Start, Palette.Green, 1.5, "5 3");
        svg.Text(16, 296, Note(differences, tolerance, x), fill: Palette.Muted);
        return svg.ToString();
    }

    private static double ReachOf(double[] finite, double tolerance)
    {
        double[] sizes = [.. finite.Select(Math.Abs).Order()];
        return Math.Max(OrderStatistics.Quantile(sizes, ShownShare), tolerance) * 1.1;
    }

    private static int[] CountsOf(double[] finite, Axis x)
    {
        var counts = new int[Bins];
        foreach (var difference in finite)
            counts[Math.Min((int)((x.At(difference) - x.Start) / (x.End - x.Start) * Bins), Bins - 1)]++;
        return counts;
    }

    private static void Bar(Svg svg, Axis x, Axis y, int bin, int count)
    {
        var width = (x.End - x.Start) / Bins;
        var height = Math.Max(y.Start - y.At(count), 1.5);
        svg.Rectangle(x.Start + bin * width + 0.5, y.Start - height, width - 1, height, Palette.Blue);
    }

    private static string Note(IReadOnlyList<double> differences, double tolerance, Axis x)
    {
        var outside = differences.Count(difference => double.IsFinite(difference) && Math.Abs(difference) > tolerance);
        var beyond = differences.Count(difference => double.IsFinite(difference) && (difference < x.Low || difference > x.High));
        var undefined = differences.Count(difference => !double.IsFinite(difference));
        return string.Create(CultureInfo.InvariantCulture, $"{FigureNumber.Rows(differences.Count)}; outside the tolerance of {FigureNumber.Of(tolerance)}: {outside:N0}")
            + (beyond > 0 ? string.Create(CultureInfo.InvariantCulture, $"; beyond the axis: {beyond:N0}") : "")
            + (undefined > 0 ? string.Create(CultureInfo.InvariantCulture, $"; no number: {undefined:N0}") : "");
    }
}
