namespace ModelPipeline.Evidence.Decisions;

/// <summary>How the judged head came.</summary>
public sealed record DecisionArrival
{
    /// <summary>When its branch was last force-pushed; absent where it never was.</summary>
    public DateTimeOffset? LastForcePush { get; init; }

    /// <summary>When its first check suite or status was made; absent where there is none.</summary>
    public DateTimeOffset? FirstSeen { get; init; }

    /// <summary>When it was pushed; absent where the host does not say.</summary>
    public DateTimeOffset? Pushed { get; init; }

    /// <summary>Who pushed it; absent where the host does not say.</summary>
    public DecisionAccount? Pusher { get; init; }
}
