using System.Globalization;
using ModelPipeline.Figures;

namespace ModelPipeline.Explanation;

/// <summary>A confusion matrix as a heat map: the darker, the greater the share of its row; what is wrong has another colour.</summary>
internal static class ConfusionFigure
{
    private const double Left = 160;
    private const double LongestLabel = 110;
    private const double LargestCell = 90;
    private const double LargestGrid = 416;
    private const double LeastWidth = 440;
    private const double RoomyCell = 48;
    private const int MostUprightLabels = 4;

    public static string Draw(ConfusionTable table)
    {
        const string Title = "Confusion matrix";
        if (table.Counts.Sum(row => row.Sum()) == 0)
            return EmptyFigure.Draw(Title, "There are no rows to count.");
        string[] labels = [.. table.Classes, .. OthersOf(table)];
        var cell = Math.Min(LargestCell, LargestGrid / labels.Length);
        var upright = labels.Length <= MostUprightLabels;
        var top = 52 + (upright ? 22 : 8 + labels.Max(label => FigureText.WidthOf(FigureText.Fit(label, LongestLabel))));
        var grid = cell * labels.Length;
        var svg = new Svg(Title, Math.Max(Left + grid + 24, LeastWidth), top + grid + 40);
        svg.Text(Left + grid / 2, 48, "predicted", TextAnchor.Middle, Palette.Muted);
        svg.Text(18, top + grid / 2, "actual", TextAnchor.Middle, Palette.Muted, upwards: true);
        for (var i = 0; i < labels.Length; i++)
        {
            var middle = (i + 0.5) * cell;
            svg.Text(Left - 8, top + middle + 4, FigureText.Fit(labels[i], Left - 40), TextAnchor.End);
            if (upright)
                svg.Text(Left + middle, top - 8, FigureText.Fit(labels[i], cell - 6), TextAnchor.Middle);
            else
                svg.Text(Left + middle + 4, top - 6, FigureText.Fit(labels[i], LongestLabel), upwards: true);
            DrawRow(svg, table.Counts[i], i, top, cell);
        }

        svg.Text(16, top + grid + 24, "Shade: share of the actual class. Blue is right, orange wrong.", fill: Palette.Muted);
        return svg.ToString();
    }

    private static void DrawRow(Svg svg, IReadOnlyList<int> counts, int actual, double top, double cell)
    {
        var y = top + actual * cell;
        var rows = counts.Sum();
        for (var predicted = 0; predicted < counts.Count; predicted++)
        {
            var x = Left + predicted * cell;
            var share = rows == 0 ? 0 : (double)counts[predicted] / rows;
            svg.Rectangle(x + 0.5, y + 0.5, cell - 1, cell - 1, Palette.Grid, 0.35);
            svg.Rectangle(x + 0.5, y + 0.5, cell - 1, cell - 1, predicted == actual ? Palette.Blue : Palette.Vermilion, share);
            DrawCount(svg, x + cell / 2, y + cell / 2, counts[predicted], share, cell);
        }
    }

    private static void DrawCount(Svg svg, double x, double y, int count, double share, double cell)
    {
        var fill = share > 0.6 ? Palette.Paper : Palette.Ink;
        var exact = count.ToString("N0", CultureInfo.InvariantCulture);
        var text = FigureText.WidthOf(exact) < cell ? exact : Short(count);
        if (cell >= RoomyCell)
        {
            svg.Text(x, y, text, TextAnchor.Middle, fill);
            svg.Text(x, y + 16, share.ToString("0%", CultureInfo.InvariantCulture), TextAnchor.Middle, fill, 11);
        }
        else if (count > 0)
        {
            var size = Math.Min(Svg.TextSize, 1.25 * cell / text.Length);
            svg.Text(x, y + size / 3, text, TextAnchor.Middle, fill, size);
        }
    }

    private static string Short(int count) => count switch
    {
        < 1000 => count.ToString(CultureInfo.InvariantCulture),
        < 999_500 => (count / 1e3).ToString("0k", CultureInfo.InvariantCulture),
        _ => (count / 1e6).ToString("0M", CultureInfo.InvariantCulture),
    };

    private static IEnumerable<string> OthersOf(ConfusionTable table) =>
        table.OtherClasses == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"{table.OtherClasses:N0} more")];
}
