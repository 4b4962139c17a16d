namespace ModelPipeline.Packaging;

/// <summary>A layer of an image.</summary>
/// <param name="Name">What it holds: <c>base</c>, <c>runtime</c>, <c>service</c> or <c>model</c>.</param>
/// <param name="Digest">The digest of its compressed bytes.</param>
/// <param name="CompressedBytes">How many those are.</param>
/// <param name="IsCached">Whether an earlier build had made it already.</param>
public sealed record ImageLayer(string Name, Digest Digest, long CompressedBytes, bool IsCached);
