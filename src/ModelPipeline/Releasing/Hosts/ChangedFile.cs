namespace ModelPipeline.Releasing.Hosts;

/// <summary>A file that a pull request changes.</summary>
/// <param name="Path">Its path at the head, or the removed path.</param>
/// <param name="PreviousPath">Its path at the base, where it was renamed.</param>
public sealed record ChangedFile(string Path, string? PreviousPath);
