using ModelPipeline.Evaluation.Metrics;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>
/// The loss of every row: the log loss of a classification, the absolute error of a regression (a squared one lets a few rows decide). Their mean is the
/// metric.
/// </summary>
/// <param name="Metric">The metric's name.</param>
/// <param name="Values">One loss a row; empty where they are undefined.</param>
/// <param name="Undefined">Why there are none; <see langword="null"/> where there are.</param>
internal sealed record RowLosses(string Metric, double[] Values, string? Undefined)
{
    /// <summary>The losses of scores.</summary>
    /// <param name="labels">The true answers.</param>
    /// <param name="scores">What the model says of the same rows.</param>
    /// <param name="task">What the model predicts.</param>
    /// <exception cref="ArgumentException">The scores do not fit the labels or the task.</exception>
    public static RowLosses Of(Labels labels, Scores scores, ModelTask task)
    {
        var name = task == ModelTask.Regression ? "mae" : "log_loss";
        var place = MetricCatalog.Of(task).Index().Single(metric => metric.Item.Name == name).Index;
        var prepared = MetricFactory.Prepare(ScoredRows.Of(labels, scores, task))[place];
        return prepared.Metric is MeanMetric mean
            ? new(name, mean.RowValues.ToArray(), null)
            : new(name, [], prepared.Estimate(MetricReplicates.None).Undefined);
    }
}
