namespace ModelPipeline.Specs;

/// <summary>The section <c>release</c>: what a release needs.</summary>
public sealed record ReleaseSpec
{
    /// <summary>Whether this model may be released without a champion to compare with.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool First { get; init; }

    /// <summary>How many distinct people must approve.</summary>
    /// <value>Default: 1.</value>
    public int Approvals { get; init; } = 1;

    /// <summary>Whether every changed file that has owners in CODEOWNERS needs an approval of one of them.</summary>
    /// <value>Default: <see langword="false"/>.</value>
    public bool CodeOwners { get; init; }

    /// <summary>The logins of bots whose approval counts, for example <c>acme-release[bot]</c>.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Bots { get; init; } = [];

    /// <summary>The names of check runs and commit statuses that must have succeeded on the pull request's head.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Checks { get; init; } = [];

    /// <summary>Those of <see cref="Checks"/> that may also be <c>neutral</c> or <c>skipped</c>.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> AllowNeutral { get; init; } = [];

    /// <summary>By which part the version grows.</summary>
    /// <value>Default: by what changed since the champion.</value>
    public VersionBump Bump { get; init; }

    /// <summary>Where versions go one after the other, the first first.</summary>
    /// <value>Default: <c>staging</c>, <c>production</c>.</value>
    public IReadOnlyList<string> Stages { get; init; } = ["staging", "production"];
}
