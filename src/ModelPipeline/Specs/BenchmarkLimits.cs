namespace ModelPipeline.Specs;

/// <summary>The greatest ratios of candidate to champion; 1 is as good as the champion.</summary>
public sealed record BenchmarkLimits
{
    /// <summary>The time to score one row.</summary>
    /// <value>Default: 1.10.</value>
    public double Latency { get; init; } = 1.10;

    /// <summary>The time to score a batch of rows.</summary>
    /// <value>Default: 1.10.</value>
    public double Batch { get; init; } = 1.10;

    /// <summary>The time to train on the same rows.</summary>
    /// <value>Default: 1.25.</value>
    public double Train { get; init; } = 1.25;

    /// <summary>The peak of the memory, and the bytes that are allocated a score.</summary>
    /// <value>Default: 1.25.</value>
    public double Memory { get; init; } = 1.25;

    /// <summary>The size of the bundle.</summary>
    /// <value>Default: 1.5.</value>
    public double Size { get; init; } = 1.5;
}
