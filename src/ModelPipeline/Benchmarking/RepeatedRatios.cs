namespace ModelPipeline.Benchmarking;

/// <summary>The logarithms of ratios, one a repetition of the measurement with everything started anew.</summary>
/// <param name="Candidate">Candidate to champion.</param>
/// <param name="Control">Champion to champion, measured in the same way; their truth is 0.</param>
internal sealed record RepeatedRatios(IReadOnlyList<double> Candidate, IReadOnlyList<double> Control);
