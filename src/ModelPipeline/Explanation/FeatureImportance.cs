namespace ModelPipeline.Explanation;

/// <summary>How much a model depends on one feature.</summary>
/// <param name="Feature">The column's header.</param>
/// <param name="Mean">By how much the loss grew, the mean over the repeats; <see langword="null"/> where it is undefined.</param>
/// <param name="Deviation">The standard deviation over the repeats (divided by n − 1); <see langword="null"/> where it is undefined.</param>
internal sealed record FeatureImportance(string Feature, double? Mean, double? Deviation);
