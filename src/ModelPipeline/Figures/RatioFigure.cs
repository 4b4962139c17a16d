namespace ModelPipeline.Figures;

/// <summary>Ratios of candidate to champion as dots with their intervals, each with its limit.</summary>
internal static class RatioFigure
{
    private const string Title = "Candidate against champion";
    private const double RowHeight = 26;
    private const double Top = 44;
    private const double LabelEnd = 140;
    private const double LeastShown = 0;
    private const double MostShown = 4;

    /// <summary>Draws it. The axis ends at 4: what is beyond lies at its edge, and its number tells.</summary>
    /// <param name="rows">The ratios, in the order to show.</param>
    public static string Draw(IReadOnlyList<RatioRow> rows)
    {
        if (rows.Count == 0)
            return EmptyFigure.Draw(Title, "Nothing was compared.");
        var bottom = Top + rows.Count * RowHeight;
        var svg = new Svg(Title, Svg.MostWidth, bottom + 50);
        var x = AxisOf(rows);
        Axes.Bottom(svg, x, Top, bottom, "ratio (dot), 95% interval (line) and limit (bar)");
        svg.Line(x.At(1), Top, x.At(1), bottom, Palette.Muted, 1.5);
        for (var i = 0; i < rows.Count; i++)
            Draw(svg, x, Top + (i + 0.5) * RowHeight, rows[i]);
        return svg.ToString();
    }

    private static Axis AxisOf(IReadOnlyList<RatioRow> rows) => Axis.Of(
        [1, .. rows.SelectMany(row => new[] { row.Ratio, row.Low, row.High, row.Limit }).Where(double.IsFinite).Select(ratio => Math.Clamp(ratio, LeastShown, MostShown))],
        LabelEnd + 12,
        404).Padded(0.04);

    private static void Draw(Svg svg, Axis x, double middle, RatioRow row)
    {
        svg.Text(LabelEnd, middle + 4, FigureText.Fit(row.Name, LabelEnd - 14), TextAnchor.End);
        svg.Text(424, middle + 4, TextOf(row));
        if (double.IsFinite(row.Limit) && row.Limit <= x.High)
            svg.Rectangle(x.At(row.Limit) - 1.5, middle - 9, 3, 18, Palette.Vermilion);
        if (!double.IsFinite(row.Ratio))
            return;
        if (HasInterval(row))
            svg.Line(x.At(row.Low), middle, x.At(row.High), middle, Palette.Blue, 2.5);
        svg.Dot(x.At(row.Ratio), middle, 4.5, Palette.Blue);
    }

    private static string TextOf(RatioRow row)
    {
        if (!double.IsFinite(row.Ratio))
            return "undefined";
        var interval = HasInterval(row) ? $" [{FigureNumber.Of(row.Low)}, {FigureNumber.Of(row.High)}]" : "";
        var limit = double.IsFinite(row.Limit) ? $", limit {FigureNumber.Of(row.Limit)}" : "";
        return $"{FigureNumber.Of(row.Ratio)}{interval}{limit}";
    }

    private static bool HasInterval(RatioRow row) => double.IsFinite(row.Low) && double.IsFinite(row.High);
}
