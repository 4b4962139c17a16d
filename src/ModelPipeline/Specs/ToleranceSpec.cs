namespace ModelPipeline.Specs;

/// <summary>
/// From which difference on an output counts as changed: |candidate - champion| > <see cref="Absolute"/> + <see cref="Relative"/> * |champion|.
/// </summary>
public sealed record ToleranceSpec
{
    /// <summary>For probabilities as they are; for regression in units of the label's standard deviation in the champion's training.</summary>
    /// <value>Default: 0.02.</value>
    public double Absolute { get; init; } = 0.02;

    /// <summary>The share of the champion's output.</summary>
    /// <value>Default: 0.</value>
    public double Relative { get; init; }
}
