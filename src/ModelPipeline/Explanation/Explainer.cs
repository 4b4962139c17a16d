using ModelPipeline.Data;
using ModelPipeline.Evaluation.Metrics;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Explanation;

/// <summary>Measures why a model says what it says. docs/explanations.md says what each part means.</summary>
internal static class Explainer
{
    /// <summary>Of how many rows at most permutation importance is measured.</summary>
    private const int MostImportanceRows = 5000;

    /// <summary>Explains a model on test rows. Equal arguments give equal results, whatever the number of threads.</summary>
    /// <param name="scorer">The model; used by several threads.</param>
    /// <param name="features">The test rows, exactly the inputs of the model.</param>
    /// <param name="labels">The true answers of the same rows; of a binary task code 1 is the positive class.</param>
    /// <param name="scores">What the model says of the same rows.</param>
    /// <param name="task">What the model predicts.</param>
    /// <param name="seed">The seed of the shuffling.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="ArgumentException">The rows, labels and scores do not fit each other or the task.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static ModelExplanation Explain(
        IScorer scorer, Table features, Labels labels, Scores scores, ModelTask task, long seed, IProgress<string> progress, CancellationToken cancellation)
    {
        var all = ScoredRows.Of(labels, scores, task);
        if (features.Rows != all.Count)
            throw new ArgumentException($"There are {features.Rows} rows of features and {all.Count} labels.", nameof(features));

        var usable = UsableRows.Of(all);
        var rows = ScoredRows.Of(labels.Select(usable), scores.Select(usable), task);
        int[] sample = [.. EvenSample.Of(usable.Length, MostImportanceRows).Select(place => usable[place])];
        var meter = new ImportanceMeter(scorer, features.Select(sample), labels.Select(sample), task, seed);
        var explanation = new ModelExplanation
        {
            Task = task,
            Rows = usable.Length,
            RowsLeftOut = all.Count - usable.Length,
            Importance = meter.Measure(scores.Select(sample), progress, cancellation),
        };
        return task switch
        {
            ModelTask.Regression => explanation with { Residuals = ResidualStatistics.Of(rows) },
            ModelTask.MulticlassClassification => OfClasses(explanation, rows),
            _ => OfClasses(explanation, rows) with { Thresholds = ThresholdTable.Of(rows) },
        };
    }

    private static ModelExplanation OfClasses(ModelExplanation explanation, ScoredRows rows) =>
        explanation with { Calibration = CalibrationCurve.Of(rows), Confusion = ConfusionCounter.Count(rows) };
}
