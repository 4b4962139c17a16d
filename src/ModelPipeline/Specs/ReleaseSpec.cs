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
}
