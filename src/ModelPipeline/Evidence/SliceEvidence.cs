namespace ModelPipeline.Evidence;

/// <summary>What was measured on a part of the test rows.</summary>
/// <param name="Slice">The part, for example <c>female=1</c>.</param>
/// <param name="Rows">How many test rows it has.</param>
/// <param name="Measures">What was measured, by name; an undefined metric is absent.</param>
public sealed record SliceEvidence(string Slice, int Rows, IReadOnlyDictionary<string, Measure> Measures);
