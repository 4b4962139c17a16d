namespace ModelPipeline.Evidence;

/// <summary>The champion that a candidate is compared with.</summary>
/// <param name="Version">Its released version.</param>
/// <param name="Digest">Its bundle's digest.</param>
public sealed record Baseline(string Version, Digest Digest);
