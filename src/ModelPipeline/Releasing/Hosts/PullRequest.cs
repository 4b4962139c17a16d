namespace ModelPipeline.Releasing.Hosts;

/// <summary>A pull request at one moment.</summary>
public sealed record PullRequest
{
    /// <summary>Its number.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it is open.</summary>
    public required bool IsOpen { get; init; }

    /// <summary>Whether it is a draft.</summary>
    public required bool IsDraft { get; init; }

    /// <summary>The commit that merged it; <see langword="null"/> where it is not merged.</summary>
    public required string? MergeCommit { get; init; }

    /// <summary>Who opened it; <see langword="null"/> where the account is gone.</summary>
    public required Account? Author { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>Its body.</summary>
    public required string Body { get; init; }

    /// <summary>The branch that it comes from.</summary>
    public required string HeadBranch { get; init; }

    /// <summary>The commit at its tip.</summary>
    public required string Head { get; init; }

    /// <summary>The repository that it comes from, for example <c>acme/models</c>; <see langword="null"/> where that is deleted.</summary>
    public required string? HeadRepository { get; init; }

    /// <summary>The branch that it is to be merged into.</summary>
    public required string BaseBranch { get; init; }

    /// <summary>The base branch's commit as the host has it for this pull request: for an open one that can be older than the branch's tip.</summary>
    public required string Base { get; init; }

    /// <summary>How many commits it has.</summary>
    public required int Commits { get; init; }

    /// <summary>How many files it changes.</summary>
    public required int ChangedFiles { get; init; }

    /// <summary>Its page for people.</summary>
    public required string Page { get; init; }
}
