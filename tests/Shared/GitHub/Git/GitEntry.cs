namespace Shared.GitHub.Git;

/// <summary>A line of a tree.</summary>
/// <param name="Mode">For example <c>100644</c>; <c>040000</c> for a folder.</param>
/// <param name="Hash">The blob's or the tree's hash.</param>
internal sealed record GitEntry(string Mode, string Hash)
{
    public const string File = "100644";

    public const string Folder = "040000";

    /// <summary>Another repository's commit.</summary>
    public const string Module = "160000";

    public bool IsFolder => Mode == Folder;
}
