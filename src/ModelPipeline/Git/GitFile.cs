namespace ModelPipeline.Git;

/// <summary>A file in a commit, or what stands in a file's place: a symbolic link, another repository.</summary>
/// <param name="Path">Relative to the repository's root, with slashes.</param>
/// <param name="Blob">The hash of its content in git.</param>
/// <param name="Mode">Its mode in git, in octal.</param>
public sealed record GitFile(string Path, string Blob, string Mode = GitFile.Plain)
{
    /// <summary>The mode of a file that is neither executable nor a link.</summary>
    public const string Plain = "100644";

    /// <summary>Whether it has bytes in this repository: a folder and another repository have none.</summary>
    internal bool HasBytes => Mode is not ("040000" or "160000");
}
