namespace ModelPipeline.Evaluation.Metrics;

/// <summary>A metric of a confusion matrix; NaN where it is undefined.</summary>
internal delegate double ConfusionFormula(ConfusionMatrix matrix);
