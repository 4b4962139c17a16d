namespace ModelPipeline.Registry;

/// <summary>A released version of a model.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Digest">Its bundle's digest.</param>
/// <param name="Folder">Its folder under <c>releases/</c>.</param>
/// <param name="Challenger">The challenger that it came from; <see langword="null"/> for the model's own spec.</param>
public sealed record ReleasedVersion(SemanticVersion Version, Digest Digest, string Folder, string? Challenger = null);
