using System.Globalization;
using ModelPipeline.Figures;

namespace ModelPipeline.Explanation;

/// <summary>Permutation importance as bars: the 15 most important features.</summary>
internal static class ImportanceFigure
{
    private const int MostFeatures = 15;
    private const double RowHeight = 22;
    private const double Top = 40;
    private const double LabelEnd = 190;

    public static string Draw(PermutationImportance importance)
    {
        const string Title = "Permutation importance";
        if (importance.Rows == 0 || importance.Features.Count == 0)
            return EmptyFigure.Draw(Title, importance.Rows == 0 ? "There are no rows to measure it on." : "The model has no features.");
        FeatureImportance[] shown = [.. importance.Features.Take(MostFeatures)];
        var bottom = Top + shown.Length * RowHeight;
        var left = importance.Features.Count - shown.Length;
        var svg = new Svg(Title, Svg.MostWidth, bottom + (left > 0 ? 68 : 50));
        var x = Axis.Of([0, .. shown.SelectMany(Ends)], LabelEnd + 12, 480);
        Axes.Bottom(svg, x, Top, bottom, $"growth of {(importance.Loss == "rmse" ? "RMSE" : "log loss")} where the feature is shuffled");
        svg.Line(x.At(0), Top, x.At(0), bottom, Palette.Muted);
        for (var i = 0; i < shown.Length; i++)
            Draw(svg, x, Top + (i + 0.5) * RowHeight, shown[i]);
        if (left > 0)
            svg.Text(16, bottom + 58, string.Create(CultureInfo.InvariantCulture, $"{left:N0} less important {(left == 1 ? "feature is" : "features are")} not shown."), fill: Palette.Muted);
        return svg.ToString();
    }

    private static double[] Ends(FeatureImportance feature) =>
        feature is { Mean: { } mean, Deviation: { } deviation } ? [mean - deviation, mean + deviation] : [];

    private static void Draw(Svg svg, Axis x, double middle, FeatureImportance feature)
    {
        svg.Text(LabelEnd, middle + 4, FigureText.Fit(feature.Feature, LabelEnd - 16), TextAnchor.End);
        if (feature is not { Mean: { } mean, Deviation: { } deviation })
        {
            svg.Text(492, middle + 4, "undefined", fill: Palette.Muted);
            return;
        }

        svg.Rectangle(Math.Min(x.At(0), x.At(mean)), middle - 7, Math.Abs(x.At(mean) - x.At(0)), 14, mean < 0 ? Palette.Vermilion : Palette.Blue);
        svg.Line(x.At(mean - deviation), middle, x.At(mean + deviation), middle, Palette.Ink, 1.5);
        svg.Text(492, middle + 4, $"{FigureNumber.Of(mean)} ± {FigureNumber.Of(deviation)}");
    }
}
