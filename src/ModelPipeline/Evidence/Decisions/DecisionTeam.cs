namespace ModelPipeline.Evidence.Decisions;

/// <summary>A team that CODEOWNERS names.</summary>
public sealed record DecisionTeam
{
    /// <summary>Its organisation and name.</summary>
    public required string Name { get; init; }

    /// <summary>Its members; absent where they cannot be read.</summary>
    public IReadOnlyList<DecisionAccount>? Members { get; init; }
}
