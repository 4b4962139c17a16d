namespace ModelPipeline.Registry;

/// <summary>A released version of a model.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Digest">Its bundle's digest.</param>
/// <param name="Folder">Its folder under <c>releases/</c>.</param>
public sealed record ReleasedVersion(SemanticVersion Version, Digest Digest, string Folder);
