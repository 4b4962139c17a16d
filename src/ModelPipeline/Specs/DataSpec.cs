using ModelPipeline.Data;

namespace ModelPipeline.Specs;

/// <summary>The section <c>data</c>: where the rows are and what their columns mean.</summary>
public sealed record DataSpec
{
    /// <summary>A file or glob, <c>.csv</c> or <c>.csv.gz</c>, relative to the spec's folder.</summary>
    public required string Path { get; init; }

    /// <summary>The column to predict.</summary>
    public required string Label { get; init; }

    /// <summary>The label's value that counts as positive; binary classification only.</summary>
    public string? Positive { get; init; }

    /// <summary>The columns that identify a row across versions; never features.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>The column that says when a row came to be; never a feature.</summary>
    /// <value>Default: none.</value>
    public string? Time { get; init; }

    /// <summary>Columns that are never features; a split's group or a slice may name one all the same.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Types that override the inferred ones.</summary>
    /// <value>Default: none.</value>
    public IReadOnlyDictionary<string, ColumnType> Columns { get; init; } = new Dictionary<string, ColumnType>();

    /// <summary>How rows are divided into training and test rows.</summary>
    public required SplitSpec Split { get; init; }

    /// <summary>Limits on the data's faults.</summary>
    public DataChecksSpec Checks { get; init; } = new();
}
