using ModelPipeline.Data;
using ModelPipeline.Evaluation.Metrics;
using ModelPipeline.Specs;

namespace ModelPipeline.Explanation;

/// <summary>Which rows an explanation can speak of.</summary>
internal static class UsableRows
{
    /// <summary>The rows that have a label and possible scores, ascending.</summary>
    public static int[] Of(ScoredRows rows) => [.. Enumerable.Range(0, rows.Count).Where(row => HasLabel(rows, row) && HasPossibleScores(rows, row))];

    /// <summary>Whether the scores of a row are finite and, of a classification, probabilities.</summary>
    public static bool HasPossibleScores(ScoredRows rows, int row)
    {
        foreach (var score in rows.Scores.Row(row))
            if (rows.Task == ModelTask.Regression ? !double.IsFinite(score) : !(score is >= 0 and <= 1))
                return false;
        return true;
    }

    private static bool HasLabel(ScoredRows rows, int row) => rows.Task == ModelTask.Regression
        ? double.IsFinite(rows.Labels.Numbers[row] - rows.Scores.Row(row)[0])
        : rows.Labels.Codes[row] != CategoricalColumn.Missing;
}
