using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.Fairness;

/// <summary>Measures how differently a binary model treats the groups of the test rows; shown, not judged.</summary>
internal static class GroupFairness
{
    private const int Positive = 1;

    /// <summary>One result a column. Its groups are the parts of the column (<see cref="ColumnParts"/>) that have rows.</summary>
    /// <param name="rows">The test rows.</param>
    /// <param name="columns">The columns to group by, in the order to show.</param>
    /// <param name="labels">The true answers of the same rows; code 1 is the positive class.</param>
    /// <param name="scores">What the model says of the same rows; 0.5 or more predicts the positive class.</param>
    /// <exception cref="ArgumentException">
    /// Columns are not there, or hold times or texts; all of them are named. Or the rows, labels and scores do not fit each other or a binary task.
    /// </exception>
    public static IReadOnlyList<FairnessResult> Measure(Table rows, IReadOnlyList<string> columns, Labels labels, Scores scores)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        var accuracy = MetricEstimator.EstimateWithoutBootstrap(labels, scores, ModelTask.BinaryClassification).Single(metric => metric.Metric.Name == "accuracy");
        var parts = ColumnParts.Of(rows, columns);
        if (rows.Rows != labels.Count)
            throw new ArgumentException($"There are {rows.Rows} rows and {labels.Count} labels.", nameof(rows));
        return
        [
            .. columns.Zip(parts, (column, part) => accuracy.Undefined is { } reason
                ? FairnessResult.OfUndefined(column, reason)
                : FairnessResult.Of(column, Groups(part, labels, scores))),
        ];
    }

    private static List<FairnessGroup> Groups(ColumnParts parts, Labels labels, Scores scores)
    {
        var rows = new int[parts.Names.Count, 2];
        var selected = new int[parts.Names.Count, 2];
        for (var row = 0; row < parts.Codes.Length; row++)
        {
            var (part, label) = (parts.Codes[row], labels.Codes[row]);
            rows[part, label]++;
            if (PredictedClass.Of(scores.Row(row)) == Positive)
                selected[part, label]++;
        }

        return
        [
            .. from part in Enumerable.Range(0, parts.Names.Count)
               let negatives = new Proportion(selected[part, 0], rows[part, 0])
               let positives = new Proportion(selected[part, Positive], rows[part, Positive])
               let all = new Proportion(negatives.Count + positives.Count, negatives.Of + positives.Of)
               where all.Of > 0
               select new FairnessGroup(parts.Names[part], all, positives, negatives),
        ];
    }
}
