using ModelPipeline.Specs;

namespace ModelPipeline.Training;

/// <summary>What a model reads and writes.</summary>
/// <param name="Task">What it predicts.</param>
/// <param name="Inputs">The features, in the data's order.</param>
/// <param name="Outputs">
/// What it says of a row: <c>probability</c> of the positive class (binary), <c>probability_</c> and the class for each class (multiclass),
/// or <c>prediction</c> (regression, in the label's unit).
/// </param>
/// <param name="Classes">The label's classes, in the order of the outputs, of a binary task the negative one first; empty for regression.</param>
public sealed record ModelSignature(
    ModelTask Task,
    IReadOnlyList<FeatureSignature> Inputs,
    IReadOnlyList<string> Outputs,
    IReadOnlyList<string> Classes)
{
    /// <summary>The names of a task's outputs.</summary>
    /// <param name="task">What the model predicts.</param>
    /// <param name="classes">The label's classes; empty for regression.</param>
    public static IReadOnlyList<string> OutputsOf(ModelTask task, IReadOnlyList<string> classes) => task switch
    {
        ModelTask.BinaryClassification => ["probability"],
        ModelTask.MulticlassClassification => [.. classes.Select(name => "probability_" + name)],
        ModelTask.Regression => ["prediction"],
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, null),
    };
}
