namespace ModelPipeline.Specs;

/// <summary>The section <c>data.checks</c>. A check without a limit is measured and shown, not judged.</summary>
public sealed record DataChecksSpec
{
    /// <summary>The largest share of missing values that any feature may have, 0 to 1.</summary>
    public double? Missing { get; init; }

    /// <summary>The largest share of rows whose features and label equal an earlier row's, 0 to 1.</summary>
    public double? Duplicates { get; init; }
}
