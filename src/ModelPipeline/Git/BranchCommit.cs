namespace ModelPipeline.Git;

/// <summary>Files to be put on a branch in one commit.</summary>
public sealed record BranchCommit
{
    /// <summary>The branch, made or moved.</summary>
    public required string Branch { get; init; }

    /// <summary>The commit that the new one has as its only parent.</summary>
    public required string Parent { get; init; }

    /// <summary>The commit's message: a sentence, a blank line, more.</summary>
    public required string Message { get; init; }

    /// <summary>The files by path, relative to the repository's root, with slashes. Other files stay as the parent has them.</summary>
    public required IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Files { get; init; }
}
