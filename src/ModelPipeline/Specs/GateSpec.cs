namespace ModelPipeline.Specs;

/// <summary>What a metric must reach.</summary>
public sealed record GateSpec
{
    /// <summary>The least value (the greatest, where less is better) that passes, in the metric's unit.</summary>
    public double? Threshold { get; init; }
}
