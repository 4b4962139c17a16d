namespace ModelPipeline.Specs;

/// <summary>The section <c>benchmark</c>: how much slower or larger than the champion the candidate may be.</summary>
public sealed record BenchmarkSpec
{
    /// <summary>The limits.</summary>
    public BenchmarkLimits Limits { get; init; } = new();
}
