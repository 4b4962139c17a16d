using ModelPipeline.Data;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation;

/// <summary>Computes the metrics of parts of the test rows.</summary>
internal static class SliceEvaluator
{
    /// <summary>The metrics of each slice, spec after spec; those that <see cref="Slices.Of"/> leaves out are absent.</summary>
    /// <param name="rows">The test rows.</param>
    /// <param name="specs">What to slice by, in the order to show.</param>
    /// <param name="labels">The true answers of the same rows.</param>
    /// <param name="scores">What the model says of the same rows.</param>
    /// <param name="task">What the model predicts.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="ArgumentException">
    /// Columns are not there, or hold times or texts; all of them are named. Or the rows, labels and scores do not fit each other.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static IReadOnlyList<SliceResult> Evaluate(
        Table rows, IReadOnlyList<SliceSpec> specs, Labels labels, Scores scores, ModelTask task, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(specs);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(scores);
        ColumnParts.Require(rows, specs.SelectMany(spec => spec.Columns));
        if (rows.Rows != labels.Count || rows.Rows != scores.Rows)
            throw new ArgumentException($"There are {rows.Rows} rows, {labels.Count} labels and scores of {scores.Rows} rows.", nameof(rows));

        var results = new List<SliceResult>();
        foreach (var slice in specs.SelectMany(spec => Slices.Of(rows, spec)))
        {
            cancellation.ThrowIfCancellationRequested();
            var metrics = MetricEstimator.EstimateWithoutBootstrap(labels.Select(slice.Rows), scores.Select(slice.Rows), task);
            results.Add(new(slice.Name, slice.Rows.Length, metrics));
        }

        return results;
    }
}
