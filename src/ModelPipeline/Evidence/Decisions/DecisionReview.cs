namespace ModelPipeline.Evidence.Decisions;

/// <summary>A review as it was read.</summary>
public sealed record DecisionReview
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>Who wrote it; absent where the account is gone.</summary>
    public DecisionAccount? Author { get; init; }

    /// <summary>What it says, as the host spells it.</summary>
    public required string State { get; init; }

    /// <summary>The commit that it is of; absent where the host does not say.</summary>
    public string? Commit { get; init; }

    /// <summary>When it was submitted; absent where it was not.</summary>
    public DateTimeOffset? Submitted { get; init; }
}
