namespace ModelPipeline.Evidence.Decisions;

/// <summary>A commit as it was read.</summary>
public sealed record DecisionCommit
{
    /// <summary>Its hash.</summary>
    public required string Hash { get; init; }

    /// <summary>Its author's account; absent where there is none.</summary>
    public DecisionAccount? Author { get; init; }

    /// <summary>Its committer's account; absent where there is none.</summary>
    public DecisionAccount? Committer { get; init; }

    /// <summary>Its own date.</summary>
    public required DateTimeOffset Committed { get; init; }
}
