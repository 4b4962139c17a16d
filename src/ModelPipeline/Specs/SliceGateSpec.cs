namespace ModelPipeline.Specs;

/// <summary>What a metric must reach on every slice that has enough rows.</summary>
/// <param name="Gate">What it must reach.</param>
public sealed record SliceGateSpec(GateSpec Gate)
{
    /// <summary>From how many test rows on a slice is judged; smaller ones are shown.</summary>
    /// <value>Default: 30.</value>
    public int MinRows { get; init; } = 30;
}
