using ModelPipeline.Figures;
using ModelPipeline.Specs;

namespace ModelPipeline.Explanation;

/// <summary>Probabilities against what came true: on the diagonal they are right.</summary>
internal static class CalibrationFigure
{
    private static readonly double[] Reaches = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

    public static string Draw(IReadOnlyList<CalibrationBin> bins, ModelTask task)
    {
        const string Title = "Calibration";
        if (bins.Count == 0)
            return EmptyFigure.Draw(Title, "There are no rows to measure it on.");
        var svg = new Svg(Title, 480, 460);
        var reach = Reaches.First(reach => reach == Reaches[^1] || bins.All(bin => bin.High <= reach && bin.Predicted <= reach));
        var (x, y) = (new Axis(0, reach, 84, 448), new Axis(0, reach, 376, 44));
        Axes.Draw(svg, x, y, $"mean predicted probability {(task == ModelTask.BinaryClassification ? "of the positive class" : "of the predicted class")}", "share that came true");
        svg.Line(x.At(0), y.At(0), x.At(reach), y.At(reach), Palette.Muted, 1, "5 4");
        svg.Polyline(bins.Select(bin => (x.At(bin.Predicted), y.At(bin.Observed))), Palette.Blue);
        foreach (var bin in bins)
        {
            svg.Line(x.At(bin.Predicted), y.At(bin.Low), x.At(bin.Predicted), y.At(bin.High), Palette.Blue, 2);
            svg.Dot(x.At(bin.Predicted), y.At(bin.Observed), 4, Palette.Blue);
        }

        svg.Text(84, 442, $"Dots: {FigureNumber.Rows(bins.Min(bin => bin.Rows))} or more each; lines: 95% Wilson intervals", fill: Palette.Muted);
        return svg.ToString();
    }
}
