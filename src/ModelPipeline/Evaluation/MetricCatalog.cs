using ModelPipeline.Specs;

namespace ModelPipeline.Evaluation;

/// <summary>The closed list of metrics; each is defined as in scikit-learn.</summary>
internal static class MetricCatalog
{
    private static readonly ModelTask[] Binary = [ModelTask.BinaryClassification];
    private static readonly ModelTask[] Multiclass = [ModelTask.MulticlassClassification];
    private static readonly ModelTask[] Classification = [.. Binary, .. Multiclass];
    private static readonly ModelTask[] Regression = [ModelTask.Regression];

    /// <summary>Every metric, in the order in which they are shown.</summary>
    public static IReadOnlyList<MetricDefinition> All { get; } =
    [
        new("auc", "ROC AUC", "roc_auc", Binary, true, 0, 1),
        new("pr_auc", "Average precision", "average_precision", Binary, true, 0, 1),
        new("accuracy", "Accuracy", "accuracy", Classification, true, 0, 1),
        new("balanced_accuracy", "Balanced accuracy", "balanced_accuracy", Classification, true, 0, 1),
        new("precision", "Precision", "precision", Binary, true, 0, 1),
        new("recall", "Recall", "recall", Binary, true, 0, 1),
        new("f1", "F1", "f1", Binary, true, 0, 1),
        new("macro_f1", "Macro F1", "f1", Multiclass, true, 0, 1),
        new("macro_auc", "Macro ROC AUC (one against the rest)", "roc_auc", Multiclass, true, 0, 1),
        new("top_k", "Top-2 accuracy", "top_k_accuracy", Multiclass, true, 0, 1),
        new("mcc", "Matthews correlation", "matthews_correlation", Classification, true, -1, 1),
        new("log_loss", "Log loss", "log_loss", Classification, false, 0, double.PositiveInfinity),
        new("brier", "Brier score", "brier_score", Binary, false, 0, 1),
        new("ece", "Expected calibration error", "ece", Classification, false, 0, 1),
        new("r2", "R²", "r_squared", Regression, true, double.NegativeInfinity, 1),
        new("rmse", "Root mean squared error", "rmse", Regression, false, 0, double.PositiveInfinity),
        new("mae", "Mean absolute error", "mae", Regression, false, 0, double.PositiveInfinity),
        new("mape", "Mean absolute percentage error", "mape", Regression, false, 0, double.PositiveInfinity),
        new("median_ae", "Median absolute error", "median_absolute_error", Regression, false, 0, double.PositiveInfinity),
    ];

    /// <summary>The metric of a name, or <see langword="null"/>.</summary>
    /// <param name="name">The name, exactly.</param>
    public static MetricDefinition? Find(string name) => All.FirstOrDefault(metric => metric.Name == name);

    /// <summary>The metrics of a task, in the order in which they are shown.</summary>
    /// <param name="task">What the model predicts.</param>
    public static IEnumerable<MetricDefinition> Of(ModelTask task) => All.Where(metric => metric.Tasks.Contains(task));
}
