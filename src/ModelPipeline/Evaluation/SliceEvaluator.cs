using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Specs.Reading;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation;

/// <summary>Computes the metrics of parts of the test rows, one value of a column at a time; shown, not judged.</summary>
internal static class SliceEvaluator
{
    /// <summary>
    /// The metrics of each slice: a category, a number of a column with at most 20 distinct ones, otherwise a range between quartiles; missing values are a
    /// slice of their own. Slices without rows are left out.
    /// </summary>
    /// <param name="rows">The test rows.</param>
    /// <param name="columns">The columns to slice by, in the order to show.</param>
    /// <param name="labels">The true answers of the same rows.</param>
    /// <param name="scores">What the model says of the same rows.</param>
    /// <param name="task">What the model predicts.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="ArgumentException">
    /// Columns are not there, or hold times or texts; all of them are named. Or the rows, labels and scores do not fit each other.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static IReadOnlyList<SliceResult> Evaluate(
        Table rows, IReadOnlyList<string> columns, Labels labels, Scores scores, ModelTask task, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(scores);
        RequireColumns(rows, columns);
        if (rows.Rows != labels.Count || rows.Rows != scores.Rows)
            throw new ArgumentException($"There are {rows.Rows} rows, {labels.Count} labels and scores of {scores.Rows} rows.", nameof(rows));

        var results = new List<SliceResult>();
        foreach (var slice in columns.SelectMany(column => Slices.Of(rows[column])))
        {
            cancellation.ThrowIfCancellationRequested();
            var metrics = MetricEstimator.EstimateWithoutBootstrap(labels.Select(slice.Rows), scores.Select(slice.Rows), task);
            results.Add(new(slice.Name, slice.Rows.Length, metrics));
        }

        return results;
    }

    private static void RequireColumns(Table rows, IReadOnlyList<string> columns)
    {
        string[] faults = [.. columns.Select(name => Fault(name, rows.Find(name))).OfType<string>()];
        if (faults.Length > 0)
            throw new ArgumentException($"Slices need numeric or categorical columns: {string.Join("; ", faults)}.", nameof(columns));
    }

    private static string? Fault(string name, Column? column) => column switch
    {
        NumericColumn or CategoricalColumn => null,
        null => $"{QuotedText.Of(name)} is not a column",
        _ => $"{QuotedText.Of(name)} holds {Words.Of(column.Type)} values",
    };
}
