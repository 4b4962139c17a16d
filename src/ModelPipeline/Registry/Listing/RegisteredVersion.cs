namespace ModelPipeline.Registry.Listing;

/// <summary>A version of a model as the registry has it.</summary>
public sealed record RegisteredVersion
{
    /// <summary>The version.</summary>
    public required SemanticVersion Version { get; init; }

    /// <summary>How far it is.</summary>
    public required VersionState State { get; init; }

    /// <summary>The tag that publishes it; absent where there is none.</summary>
    public string? Tag { get; init; }

    /// <summary>The commit that the tag marks.</summary>
    public string? Commit { get; init; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Who published it.</summary>
    public string? By { get; init; }

    /// <summary>The digest of its bundle, as the tag says; absent where it does not.</summary>
    public string? Bundle { get; init; }

    /// <summary>The pull request that it was approved in, as the tag says.</summary>
    public string? PullRequest { get; init; }

    /// <summary>The commit that the gate approved, as the tag says.</summary>
    public string? JudgedHead { get; init; }
}
