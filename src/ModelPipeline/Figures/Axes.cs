namespace ModelPipeline.Figures;

/// <summary>Draws axes: thin lines across the figure, a few numbers, and what they are.</summary>
internal static class Axes
{
    private const double LongestTitle = 520;
    private const double Gap = 8;

    /// <summary>An axis along the bottom and one along the left.</summary>
    /// <param name="svg">The figure.</param>
    /// <param name="x">The axis along the bottom.</param>
    /// <param name="y">The axis along the left, its start at the bottom.</param>
    /// <param name="xTitle">What the bottom axis shows.</param>
    /// <param name="yTitle">What the left axis shows.</param>
    public static void Draw(Svg svg, Axis x, Axis y, string xTitle, string yTitle)
    {
        Bottom(svg, x, y.End, y.Start, xTitle);
        foreach (var tick in y.Ticks())
        {
            svg.Line(x.Start, y.At(tick.Value), x.End, y.At(tick.Value), Palette.Grid);
            svg.Text(x.Start - 8, y.At(tick.Value) + 4, tick.Text, TextAnchor.End, Palette.Muted);
        }

        svg.Text(18, (y.Start + y.End) / 2, FigureText.Fit(yTitle, y.Start - y.End), TextAnchor.Middle, Palette.Muted, upwards: true);
    }

    /// <summary>An axis along the bottom alone.</summary>
    /// <param name="svg">The figure.</param>
    /// <param name="x">The axis.</param>
    /// <param name="top">Where its thin lines begin.</param>
    /// <param name="bottom">Where they end.</param>
    /// <param name="title">What it shows.</param>
    public static void Bottom(Svg svg, Axis x, double top, double bottom, string title)
    {
        var ticks = x.Ticks();
        foreach (var tick in ticks)
            svg.Line(x.At(tick.Value), top, x.At(tick.Value), bottom, Palette.Grid);
        foreach (var tick in ticks.Where((_, place) => place % Apart(x, ticks) == 0))
            svg.Text(x.At(tick.Value), bottom + 18, tick.Text, TextAnchor.Middle, Palette.Muted);
        svg.Text((x.Start + x.End) / 2, bottom + 38, FigureText.Fit(title, LongestTitle), TextAnchor.Middle, Palette.Muted);
    }

    // Every how many ticks there is room for a number.
    private static int Apart(Axis x, IReadOnlyList<Tick> ticks) => ticks.Count < 2
        ? 1
        : (int)Math.Ceiling((ticks.Max(tick => FigureText.WidthOf(tick.Text)) + Gap) / (x.At(ticks[1].Value) - x.At(ticks[0].Value)));
}
