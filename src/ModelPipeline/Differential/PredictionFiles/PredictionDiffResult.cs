namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>How two files of predictions differ. Rows are pairs of one key; of a key that is there several times the first is paired with the first, and so on.</summary>
public sealed record PredictionDiffResult
{
    /// <summary>How many rows are in both files.</summary>
    public required long Compared { get; init; }

    /// <summary>How many of these have the same text in every column that is compared.</summary>
    public required long Identical { get; init; }

    /// <summary>How many of these changed by more than the tolerance in a column or more.</summary>
    public required long Changed { get; init; }

    /// <summary>The columns that both files have, beside those of the key, in the order of the old file.</summary>
    public required IReadOnlyList<ColumnDiff> Columns { get; init; }

    /// <summary>Columns that the new file lacks.</summary>
    public required IReadOnlyList<string> ColumnsOnlyInOld { get; init; }

    /// <summary>Columns that the old file lacks.</summary>
    public required IReadOnlyList<string> ColumnsOnlyInNew { get; init; }

    /// <summary>Rows that the new file lacks.</summary>
    public required KeySample OnlyInOld { get; init; }

    /// <summary>Rows that the old file lacks.</summary>
    public required KeySample OnlyInNew { get; init; }

    /// <summary>Keys that the old file has more than once.</summary>
    public required KeySample DuplicatesInOld { get; init; }

    /// <summary>Keys that the new file has more than once.</summary>
    public required KeySample DuplicatesInNew { get; init; }

    /// <summary>The largest share of changed rows that passes.</summary>
    public required double MaxChanged { get; init; }

    /// <summary>The share of the compared rows that changed, from 0 to 1; NaN where none was compared.</summary>
    public double ChangedShare => (double)Changed / Compared;

    /// <summary>Whether the predictions agree: the same rows, each once, the same columns, and not too many rows that changed.</summary>
    public bool Passed => Failures.Count == 0;

    /// <summary>Why they do not agree, one sentence each.</summary>
    public IReadOnlyList<string> Failures => PredictionDiffVerdict.Failures(this);
}
