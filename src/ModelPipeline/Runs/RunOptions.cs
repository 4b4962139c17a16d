using ModelPipeline.Registry;

namespace ModelPipeline.Runs;

/// <summary>What one run of the pipeline was asked to do.</summary>
public sealed record RunOptions
{
    /// <summary>How many clean runs MutationTest makes unless told otherwise.</summary>
    public const int DefaultCleanRuns = 5;

    /// <summary>The folder under which everything that a run writes goes.</summary>
    public required string Workspace { get; init; }

    /// <summary>Another data file for this run, in place of the spec's.</summary>
    public string? Data { get; init; }

    /// <summary>The folder of a bundle to judge in place of one that Train makes.</summary>
    /// <value>Default: none.</value>
    public string? Candidate { get; init; }

    /// <summary>How many clean runs MutationTest makes.</summary>
    /// <value>Default: 5.</value>
    public int CleanRuns { get; init; } = DefaultCleanRuns;

    /// <summary>The version of a release that this run records.</summary>
    /// <value>Default: the one that follows from what is released.</value>
    public SemanticVersion? ReleaseVersion { get; init; }

    /// <summary>The folders of bundles to rank.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Candidates { get; init; } = [];

    /// <summary>The folder that paths in version control are relative to.</summary>
    /// <value>Default: the current folder.</value>
    public string Repository { get; init; } = ".";

    /// <summary>The pull request that a release is judged in.</summary>
    /// <value>Default: none.</value>
    public int? PullRequest { get; init; }

    /// <summary>Whether steps run even where nothing changed.</summary>
    public bool Force { get; init; }
}
