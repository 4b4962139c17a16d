namespace ModelPipeline.Specs;

/// <summary>The section <c>evaluate</c>.</summary>
public sealed record EvaluateSpec
{
    /// <summary>By metric, what the candidate must reach. At least one: a model that nobody judges cannot pass.</summary>
    public required IReadOnlyDictionary<string, GateSpec> Gates { get; init; }

    /// <summary>Columns whose values are evaluated one by one, numeric ones or categorical ones of at most 100 values; shown, not judged.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Slices { get; init; } = [];
}
