using ModelPipeline.Data;
using ModelPipeline.Figures;

namespace ModelPipeline.Explanation;

/// <summary>Residuals against predictions: the median and the quartiles of rows with about equal predictions.</summary>
internal static class ResidualFigure
{
    public static string Draw(ResidualSummary residuals)
    {
        const string Title = "Residuals by prediction";
        if (residuals.Bins.Count == 0)
            return EmptyFigure.Draw(Title, "There are no rows to measure them on.");
        var svg = new Svg(Title, Svg.MostWidth, 340);
        var x = Axis.Of(residuals.Bins.Select(bin => bin.Predicted), 84, 616).Padded(0.04);
        var y = Axis.Of([0, .. residuals.Bins.SelectMany(bin => new[] { bin.LowerQuartile, bin.UpperQuartile })], 256, 44).Padded(0.06);
        Axes.Draw(svg, x, y, "prediction", "actual − predicted");
        svg.Line(x.Start, y.At(0), x.End, y.At(0), Palette.Muted, 1, "5 4");
        svg.Polyline(residuals.Bins.Select(bin => (x.At(bin.Predicted), y.At(bin.Median))), Palette.Blue);
        foreach (var bin in residuals.Bins)
        {
            svg.Line(x.At(bin.Predicted), y.At(bin.LowerQuartile), x.At(bin.Predicted), y.At(bin.UpperQuartile), Palette.Blue, 2.5);
            svg.Dot(x.At(bin.Predicted), y.At(bin.Median), 4, Palette.Blue);
        }

        svg.Text(16, 322, "Dots: medians; lines: quartiles. " + Note(residuals.Quantiles), fill: Palette.Muted);
        return svg.ToString();
    }

    private static string Note(IReadOnlyList<Quantile> quantiles) =>
        $"Nine of ten residuals lie in {FigureNumber.Of(At(quantiles, 0.05))} to {FigureNumber.Of(At(quantiles, 0.95))}.";

    private static double At(IReadOnlyList<Quantile> quantiles, double probability) => quantiles.Single(quantile => quantile.Probability == probability).Value;
}
