namespace Shared.GitHub.Git;

/// <summary>A file that differs between two trees.</summary>
/// <param name="Path">Its path in the newer tree, or the removed path.</param>
/// <param name="Status"><c>added</c>, <c>modified</c>, <c>removed</c> or <c>renamed</c>.</param>
/// <param name="PreviousPath">Its path in the older tree, where it was renamed.</param>
/// <param name="Before">The older blob; <see langword="null"/> where there was none.</param>
/// <param name="After">The newer blob; <see langword="null"/> where there is none.</param>
internal sealed record GitChange(string Path, string Status, string? PreviousPath, string? Before, string? After);
