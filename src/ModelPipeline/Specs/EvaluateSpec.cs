namespace ModelPipeline.Specs;

/// <summary>The section <c>evaluate</c>.</summary>
public sealed record EvaluateSpec
{
    /// <summary>By metric, what the candidate must reach. At least one: a model that nobody judges cannot pass.</summary>
    public required IReadOnlyDictionary<string, GateSpec> Gates { get; init; }

    /// <summary>What a comparison with the champion means that the test rows cannot decide.</summary>
    /// <value>Default: <see cref="Undecided.Fail"/>.</value>
    public Undecided Undecided { get; init; }

    /// <summary>Columns, or combinations of two, whose values are evaluated one by one; numeric columns or categorical ones of at most 100 values.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<SliceSpec> Slices { get; init; } = [];

    /// <summary>By metric, what the candidate must reach on every slice that has enough rows.</summary>
    /// <value>Default: none; slices are shown, not judged.</value>
    public IReadOnlyDictionary<string, SliceGateSpec> SliceGates { get; init; } = new Dictionary<string, SliceGateSpec>();
}
