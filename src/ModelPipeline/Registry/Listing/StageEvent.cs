namespace ModelPipeline.Registry.Listing;

/// <summary>One change of a stage.</summary>
public sealed record StageEvent
{
    /// <summary>Its place in the model's history, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The tag that says so.</summary>
    public required string Tag { get; init; }

    /// <summary>The stage.</summary>
    public required string Stage { get; init; }

    /// <summary>What happened.</summary>
    public required StageEventKind Kind { get; init; }

    /// <summary>The version that entered, came back or left.</summary>
    public required SemanticVersion Version { get; init; }

    /// <summary>The version that was in the stage before; absent where the tag does not say.</summary>
    public SemanticVersion? From { get; init; }

    /// <summary>When; absent where the tag does not say.</summary>
    public DateTimeOffset? When { get; init; }

    /// <summary>Who did it.</summary>
    public required string By { get; init; }

    /// <summary>Why; absent where nobody said.</summary>
    public string? Reason { get; init; }
}
