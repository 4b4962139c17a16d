namespace ModelPipeline.Git;

/// <summary>A file in a commit.</summary>
/// <param name="Path">Relative to the repository's root, with slashes.</param>
/// <param name="Blob">The hash of its content in git.</param>
public sealed record GitFile(string Path, string Blob);
