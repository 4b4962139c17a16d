using ModelPipeline.Evaluation.Metrics;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;

namespace ModelPipeline.Explanation;

/// <summary>The one loss of a task that every prediction counts in: log loss, or the root of the mean squared error.</summary>
internal static class MainLoss
{
    /// <summary>The metric's name.</summary>
    public static string NameOf(ModelTask task) => task == ModelTask.Regression ? "rmse" : "log_loss";

    /// <summary>The loss of rows that have labels; not finite where there are none, or one has an impossible score.</summary>
    public static double Of(ScoredRows rows)
    {
        var sum = new CompensatedSum();
        for (var row = 0; row < rows.Count; row++)
            sum.Add(UsableRows.HasPossibleScores(rows, row) ? OfRow(rows, row) : double.NaN);
        var mean = sum.Value / rows.Count;
        return rows.Task == ModelTask.Regression ? Math.Sqrt(mean) : mean;
    }

    private static double OfRow(ScoredRows rows, int row)
    {
        var scores = rows.Scores.Row(row);
        return rows.Task switch
        {
            ModelTask.BinaryClassification => LogLoss.OfBinary(scores[0], rows.Labels.Codes[row] == 1),
            ModelTask.MulticlassClassification => LogLoss.OfClass(scores, rows.Labels.Codes[row]),
            ModelTask.Regression => (scores[0] - rows.Labels.Numbers[row]) * (scores[0] - rows.Labels.Numbers[row]),
            _ => throw new ArgumentOutOfRangeException(nameof(rows), rows.Task, null),
        };
    }
}
