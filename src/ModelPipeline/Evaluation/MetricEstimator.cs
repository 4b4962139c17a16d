using ModelPipeline.Evaluation.Metrics;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation;

/// <summary>Computes the metrics of a task on test rows. docs/metrics.md says how each is defined and what its interval is.</summary>
internal static class MetricEstimator
{
    /// <summary>Every metric of the task with its 95% interval, in the catalog's order.</summary>
    /// <param name="labels">The true answers; of a binary task code 1 is the positive class.</param>
    /// <param name="scores">What the model says of the same rows, one output (binary, regression) or one a class (multiclass).</param>
    /// <param name="task">What the model predicts.</param>
    /// <param name="seed">The seed of the bootstrap. Equal arguments give equal results, whatever the number of threads.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="ArgumentException">The scores do not fit the labels or the task.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static IReadOnlyList<MetricEstimate> Estimate(
        Labels labels, Scores scores, ModelTask task, long seed, CancellationToken cancellation)
    {
        var rows = ScoredRows.Of(labels, scores, task);
        var metrics = MetricFactory.Prepare(rows);
        var replicates = MetricReplicates.Draw(rows, metrics, seed, cancellation);
        return [.. metrics.Select(metric => metric.Estimate(replicates))];
    }

    /// <summary>Every metric of the task without the bootstrap: an interval for those that have a closed form, the value alone for the others.</summary>
    /// <inheritdoc cref="Estimate"/>
    public static IReadOnlyList<MetricEstimate> EstimateWithoutBootstrap(Labels labels, Scores scores, ModelTask task) =>
        [.. MetricFactory.Prepare(ScoredRows.Of(labels, scores, task)).Select(metric => metric.Estimate(MetricReplicates.None))];
}
