using ModelPipeline.Figures;
using ModelPipeline.Training;

namespace ModelPipeline.Explanation;

/// <summary>Precision, recall and F1 over the threshold.</summary>
internal static class ThresholdFigure
{
    private static readonly (string Name, string Color, string? Dashes, Func<ThresholdRow, double?> Value)[] Curves =
    [
        ("precision", Palette.Blue, null, row => row.Precision),
        ("recall", Palette.Vermilion, "8 3", row => row.Recall),
        ("F1", Palette.Green, "2 3", row => row.F1),
    ];

    public static string Draw(IReadOnlyList<ThresholdRow> rows)
    {
        const string Title = "Precision and recall by threshold";
        if (rows.All(row => Curves.All(curve => curve.Value(row) is null)))
            return EmptyFigure.Draw(Title, "No row is positive, and none is predicted so at any threshold.");
        var svg = new Svg(Title, Svg.MostWidth, 340);
        var (x, y) = (new Axis(0, 1, 84, 530), new Axis(0, 1, 276, 52));
        Axes.Draw(svg, x, y, "threshold: the probability from which a row counts as positive", "value");
        svg.Line(x.At(PredictedClass.Threshold), y.Start, x.At(PredictedClass.Threshold), y.End, Palette.Muted, 1.5, "5 4");
        for (var i = 0; i < Curves.Length; i++)
        {
            var (name, color, dashes, value) = Curves[i];
            svg.Line(544, 62 + 22 * i, 566, 62 + 22 * i, color, 2, dashes);
            svg.Text(572, 66 + 22 * i, name);
            foreach (var run in DefinedRuns(rows, value))
            {
                svg.Polyline(run.Select(point => (x.At(point.Threshold), y.At(point.Value))), color, 2, dashes);
                if (run is [var (threshold, single)])
                    svg.Dot(x.At(threshold), y.At(single), 2, color);
            }
        }

        return svg.ToString();
    }

    private static List<List<(double Threshold, double Value)>> DefinedRuns(IReadOnlyList<ThresholdRow> rows, Func<ThresholdRow, double?> valueOf)
    {
        var runs = new List<List<(double, double)>>();
        var wasDefined = false;
        foreach (var row in rows)
        {
            if (valueOf(row) is { } value)
            {
                if (!wasDefined)
                    runs.Add([]);
                runs[^1].Add((row.Threshold, value));
            }

            wasDefined = valueOf(row) is not null;
        }

        return runs;
    }
}
