namespace ModelPipeline.Evidence.Decisions;

/// <summary>A changed file.</summary>
public sealed record DecisionFile
{
    /// <summary>Its path.</summary>
    public required string Path { get; init; }

    /// <summary>Its path at the base, where it was renamed.</summary>
    public string? PreviousPath { get; init; }
}
