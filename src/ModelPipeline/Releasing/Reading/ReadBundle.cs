using ModelPipeline.Training;

namespace ModelPipeline.Releasing.Reading;

/// <summary>A release's bundle as it was read from its archive.</summary>
/// <param name="Digest">What identifies it.</param>
/// <param name="Manifest">Its <c>bundle.json</c>.</param>
internal sealed record ReadBundle(Digest Digest, BundleManifest Manifest);
