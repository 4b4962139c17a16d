namespace ModelPipeline.Explanation;

/// <summary>How much the loss grows where the values of one feature are shuffled among the rows, so that they tell nothing of their row.</summary>
/// <param name="Loss"><c>log_loss</c> or, for regression, <c>rmse</c> in the label's unit.</param>
/// <param name="Baseline">The loss of the rows as they are; <see langword="null"/> where it is undefined.</param>
/// <param name="Rows">How many rows it is measured on: at most 5,000, an even sample of the rows.</param>
/// <param name="Repeats">How often each feature was shuffled.</param>
/// <param name="Features">The features, the most important first; those whose importance is undefined last.</param>
internal sealed record PermutationImportance(string Loss, double? Baseline, int Rows, int Repeats, IReadOnlyList<FeatureImportance> Features);
