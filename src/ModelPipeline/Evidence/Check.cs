namespace ModelPipeline.Evidence;

/// <summary>One thing that a step judged.</summary>
public sealed record Check
{
    /// <summary>Its name, for example <c>auc.threshold</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The verdict.</summary>
    public required Status Status { get; init; }

    /// <summary>Whether the step's verdict depends on it.</summary>
    /// <value>Default: <see langword="true"/>.</value>
    public bool Required { get; init; } = true;

    /// <summary>What was seen, in the unit of <see cref="Limit"/>.</summary>
    public double? Observed { get; init; }

    /// <summary>What is allowed.</summary>
    public double? Limit { get; init; }

    /// <summary>One sentence: why the verdict is what it is, with the numbers.</summary>
    public required string Reason { get; init; }

    /// <summary>What to look at or do next.</summary>
    public string? Hint { get; init; }
}
