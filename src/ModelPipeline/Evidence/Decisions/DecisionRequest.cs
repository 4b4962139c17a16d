namespace ModelPipeline.Evidence.Decisions;

/// <summary>The pull request as it was read.</summary>
public sealed record DecisionRequest
{
    /// <summary>Its number.</summary>
    public required int Number { get; init; }

    /// <summary>Whether it was open.</summary>
    public required bool Open { get; init; }

    /// <summary>Whether it was a draft.</summary>
    public required bool Draft { get; init; }

    /// <summary>The commit that merged it; absent where it was not merged.</summary>
    public string? MergeCommit { get; init; }

    /// <summary>Who opened it; absent where the account is gone.</summary>
    public DecisionAccount? Author { get; init; }

    /// <summary>The judged head.</summary>
    public required string Head { get; init; }

    /// <summary>The head's branch.</summary>
    public required string HeadBranch { get; init; }

    /// <summary>The head's repository; absent where it is deleted.</summary>
    public string? HeadRepository { get; init; }

    /// <summary>The branch that it goes to.</summary>
    public required string BaseBranch { get; init; }
}
