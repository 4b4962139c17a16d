namespace ModelPipeline.Figures;

/// <summary>A figure that has nothing to show, and says so.</summary>
internal static class EmptyFigure
{
    /// <summary>Draws it.</summary>
    /// <param name="title">What it would show.</param>
    /// <param name="reason">Why there is nothing.</param>
    public static string Draw(string title, string reason)
    {
        var svg = new Svg(title, Svg.MostWidth, 72);
        svg.Text(16, 50, FigureText.Fit(reason, Svg.MostWidth - 32), fill: Palette.Muted);
        return svg.ToString();
    }
}
