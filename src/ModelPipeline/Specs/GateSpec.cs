namespace ModelPipeline.Specs;

/// <summary>What a metric must reach; at least one of the three is set.</summary>
public sealed record GateSpec
{
    /// <summary>The least value (the greatest, where less is better) that passes, in the metric's unit.</summary>
    /// <value>Default: none.</value>
    public double? Threshold { get; init; }

    /// <summary>By how much the candidate may be worse than the champion on the same rows, in the metric's unit, 0 or more.</summary>
    /// <value>Default: not compared.</value>
    public double? MaxRegression { get; init; }

    /// <summary>By how much the candidate must be better than the champion on the same rows, in the metric's unit, 0 or more.</summary>
    /// <value>Default: not compared.</value>
    public double? MinImprovement { get; init; }
}
