namespace ModelPipeline.Evidence.Decisions;

/// <summary>How the judged head came.</summary>
public sealed record DecisionArrival
{
    /// <summary>When its branch was last force-pushed; absent where it never was.</summary>
    public DateTimeOffset? LastForcePush { get; init; }

    /// <summary>When the pull request was last given another base branch; absent where it never was.</summary>
    public DateTimeOffset? LastRetarget { get; init; }

    /// <summary>When its first check suite or status was made; absent where there is none.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When it was pushed; absent where the host does not say.</summary>
    public DateTimeOffset? Pushed { get; init; }

    /// <summary>Everyone who pushed to its branch, its own pusher first; null for an account that is gone, none where the host does not say.</summary>
    public IReadOnlyList<DecisionAccount?> Pushers { get; init; } = [];
}
