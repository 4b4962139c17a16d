using System.Globalization;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.XGBoost.Boosting;

/// <summary>What training minimises.</summary>
/// <param name="Name">The library's name of it.</param>
/// <param name="Metric">The library's name of the loss that early stopping judges by.</param>
/// <param name="Start">The library's base score: for a probability one half, otherwise 0.</param>
internal sealed record Objective(string Name, string Metric, double Start)
{
    public static Objective Of(ModelTask task, bool absoluteErrors) => task switch
    {
        ModelTask.BinaryClassification => new("binary:logistic", "logloss", 0.5),
        ModelTask.MulticlassClassification => new("multi:softprob", "mlogloss", 0),
        ModelTask.Regression when absoluteErrors => new("reg:absoluteerror", "mae", 0),
        ModelTask.Regression => new("reg:squarederror", "rmse", 0),
        _ => throw new ArgumentOutOfRangeException(nameof(task), task, null),
    };

    /// <summary>The library's names of what a task may minimise.</summary>
    public static IEnumerable<string> NamesOf(ModelTask task) => task == ModelTask.Regression
        ? [Of(task, absoluteErrors: false).Name, Of(task, absoluteErrors: true).Name]
        : [Of(task, absoluteErrors: false).Name];

    /// <summary>The library's parameters.</summary>
    /// <param name="signature">What the model reads and writes.</param>
    public IEnumerable<KeyValuePair<string, string>> Parameters(ModelSignature signature)
    {
        yield return new("objective", Name);
        yield return new("eval_metric", Metric);
        yield return new("base_score", Start.ToString("R", CultureInfo.InvariantCulture));
        if (signature.Task == ModelTask.MulticlassClassification)
            yield return new("num_class", signature.Classes.Count.ToString(CultureInfo.InvariantCulture));
    }
}
