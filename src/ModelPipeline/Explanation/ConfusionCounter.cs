using ModelPipeline.Evaluation.Metrics;
using ModelPipeline.Training;

namespace ModelPipeline.Explanation;

/// <summary>Counts which classes are taken for which.</summary>
internal static class ConfusionCounter
{
    private const int MostClasses = 25;

    /// <summary>The counts; classes beyond the 25 with the most rows are taken together.</summary>
    /// <param name="rows">Rows of a classification with labels and probabilities.</param>
    public static ConfusionTable Count(ScoredRows rows)
    {
        var classes = rows.Labels.Classes;
        var shown = MostFrequent(rows);
        var others = classes.Count - shown.Length;
        var size = shown.Length + (others > 0 ? 1 : 0);
        var placeOf = Enumerable.Repeat(shown.Length, classes.Count).ToArray();
        for (var place = 0; place < shown.Length; place++)
            placeOf[shown[place]] = place;

        int[][] counts = [.. Enumerable.Range(0, size).Select(_ => new int[size])];
        for (var row = 0; row < rows.Count; row++)
            counts[placeOf[rows.Labels.Codes[row]]][placeOf[PredictedClass.Of(rows.Scores.Row(row))]]++;
        return new([.. shown.Select(code => classes[code])], others, counts);
    }

    private static int[] MostFrequent(ScoredRows rows)
    {
        var frequency = new int[rows.Labels.Classes.Count];
        foreach (var code in rows.Labels.Codes)
            frequency[code]++;
        return [.. Enumerable.Range(0, frequency.Length).OrderByDescending(code => frequency[code]).Take(MostClasses).Order()];
    }
}
