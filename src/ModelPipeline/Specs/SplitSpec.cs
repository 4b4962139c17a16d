namespace ModelPipeline.Specs;

/// <summary>The section <c>data.split</c>.</summary>
public sealed record SplitSpec
{
    /// <summary>The share of rows that are test rows, above 0 and below 1.</summary>
    /// <value>Default: 0.2.</value>
    public double Test { get; init; } = 0.2;

    /// <summary>How the rows are chosen.</summary>
    /// <value>Default: stratified for classification, random for regression.</value>
    public required SplitMethod Method { get; init; }

    /// <summary>Mixed into the hash of the key.</summary>
    /// <value>Default: 7.</value>
    public long Seed { get; init; } = 7;

    /// <summary>The column whose values stay on one side; method <c>group</c> only.</summary>
    public string? Group { get; init; }
}
