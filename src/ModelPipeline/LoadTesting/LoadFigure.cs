using ModelPipeline.Figures;
using ModelPipeline.Specs;

namespace ModelPipeline.LoadTesting;

/// <summary>Latency against throughput, up to saturation.</summary>
internal static class LoadFigure
{
    private const string Title = "Latency under load";
    private const double LimitsShown = 2;

    /// <summary>Draws it. The axis of latencies ends at twice the limit: what is beyond lies at its edge.</summary>
    /// <param name="steps">The judged load, then the steps up to saturation.</param>
    /// <param name="spec">What the service must bear.</param>
    public static string Draw(IReadOnlyList<LoadStep> steps, LoadSpec spec)
    {
        var shown = steps.Where(step => step.Reading.Latency.Count > 0).OrderBy(step => step.Reading.DueRate).ToList();
        if (shown.Count == 0)
            return EmptyFigure.Draw(Title, "No request was answered.");
        var x = new Axis(0, Math.Max(shown.Max(step => step.Reading.DueRate), spec.Rate) * 1.05, 84, 560);
        var y = new Axis(0, Greatest(shown, spec) * 1.05, 236, 44);
        var svg = new Svg(Title, Svg.MostWidth, 312);
        Axes.Draw(svg, x, y, "requests/s", "latency (ms)");
        if (spec.P99Ms <= y.High)
            svg.Line(x.Start, y.At(spec.P99Ms), x.End, y.At(spec.P99Ms), Palette.Vermilion, 1.5, "5 3");
        var median = Curve(svg, x, y, shown, 0.5, Palette.Green);
        var p99 = Curve(svg, x, y, shown, 0.99, Palette.Blue);
        svg.Text(median.X + 10, median.Y + 13, "median", fill: Palette.Green);
        svg.Text(p99.X + 10, p99.Y - 4, "p99", fill: Palette.Blue);
        svg.Text(16, 296, Note(steps, spec, y), fill: Palette.Muted);
        return svg.ToString();
    }

    private static double Greatest(List<LoadStep> shown, LoadSpec spec) =>
        Math.Min(shown.Max(step => step.Reading.Latency.PercentileMs(0.99)), LimitsShown * spec.P99Ms);

    /// <summary>Draws a percentile; gives the end of its line.</summary>
    private static (double X, double Y) Curve(Svg svg, Axis x, Axis y, List<LoadStep> shown, double share, string colour)
    {
        (double X, double Y)[] places = [.. shown.Select(step => (x.At(step.Reading.DueRate), y.At(step.Reading.Latency.PercentileMs(share))))];
        svg.Polyline(places, colour, 2);
        for (var i = 0; i < places.Length; i++)
            svg.Dot(places[i].X, places[i].Y, shown[i].Name == LoadStep.Judged ? 5.5 : 3.5, colour);
        return places[^1];
    }

    private static string Note(IReadOnlyList<LoadStep> steps, LoadSpec spec, Axis y)
    {
        var judged = steps.First(step => step.Name == LoadStep.Judged).Reading;
        var beyond = steps.Count(step => step.Reading.Latency.PercentileMs(0.99) > y.High);
        return $"large dots: {FigureNumber.Of(judged.DueRate)} requests/s, p99 {FigureNumber.Of(judged.Latency.PercentileMs(0.99))} ms, limit {FigureNumber.Of(spec.P99Ms)} ms"
            + (beyond > 0 ? FormattableString.Invariant($"; p99 beyond the axis: {beyond}") : "");
    }
}
