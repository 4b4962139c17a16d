using ModelPipeline.Evaluation.Metrics;

namespace ModelPipeline.Explanation;

/// <summary>What other thresholds than 0.5 would give.</summary>
internal static class ThresholdTable
{
    private const int Steps = 20;

    /// <summary>One row for each threshold from 0.05 to 0.95.</summary>
    /// <param name="rows">Rows of a binary classification with labels and probabilities.</param>
    public static IReadOnlyList<ThresholdRow> Of(ScoredRows rows) =>
        [.. Enumerable.Range(1, Steps - 1).Select(step => RowOf(rows, (double)step / Steps))];

    private static ThresholdRow RowOf(ScoredRows rows, double threshold)
    {
        int positives = 0, predicted = 0, right = 0;
        for (var row = 0; row < rows.Count; row++)
        {
            var (isPositive, isPredicted) = (rows.Labels.Codes[row] == 1, rows.Scores.Values[row] >= threshold);
            positives += isPositive ? 1 : 0;
            predicted += isPredicted ? 1 : 0;
            right += isPositive && isPredicted ? 1 : 0;
        }

        return new(threshold, Share(right, predicted), Share(right, positives), Share(2 * right, positives + predicted), Share(predicted, rows.Count));
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
