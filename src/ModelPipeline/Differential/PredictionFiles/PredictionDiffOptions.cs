namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Which two files of predictions are compared, and what counts as a change.</summary>
public sealed record PredictionDiffOptions
{
    /// <summary>The file of the old predictions: UTF-8 CSV with a header, compressed where its name ends with <c>.gz</c>.</summary>
    public required string Old { get; init; }

    /// <summary>The file of the new predictions, likewise.</summary>
    public required string New { get; init; }

    /// <summary>The columns that identify a row; at least one.</summary>
    public required IReadOnlyList<string> Key { get; init; }

    /// <summary>By how much a number may shift, in its own units.</summary>
    /// <value>Default: 0.02.</value>
    public double Tolerance { get; init; } = 0.02;

    /// <summary>By how much a number may shift beyond that, as a share of the old number's magnitude.</summary>
    /// <value>Default: 0.</value>
    public double Relative { get; init; }

    /// <summary>The largest share of changed rows, from 0 to 1, that passes.</summary>
    /// <value>Default: 0.</value>
    public double MaxChanged { get; init; }

    /// <summary>The file of the rows that changed; one that is there is replaced.</summary>
    public required string Output { get; init; }

    /// <summary>A folder for rows that are out of order. It must be for this comparison alone: it is emptied before and removed afterwards.</summary>
    public required string TemporaryFolder { get; init; }

    /// <summary>How many bytes of rows are held in memory at once to find pairs among those that are out of order.</summary>
    internal int PartitionBytes { get; init; } = 8 << 20;

    /// <summary>Everything that is wrong with the options by themselves, one sentence each.</summary>
    internal IEnumerable<string> Faults()
    {
        foreach (var path in new[] { Old, New }.Distinct(StringComparer.Ordinal).Where(path => !File.Exists(path)))
            yield return Directory.Exists(path) ? $"{QuotedText.Of(path)} is a folder: name a file in it" : $"there is no file {QuotedText.Of(path)}";
        if (new[] { Old, New }.Any(path => Path.GetFullPath(path) == Path.GetFullPath(Output)))
            yield return $"the output {QuotedText.Of(Output)} would replace a file that is compared: choose another";
        else if (Directory.Exists(Output))
            yield return $"the output {QuotedText.Of(Output)} is a folder: name a file in it";
        if (Key.Count == 0 || Key.Any(string.IsNullOrWhiteSpace))
            yield return "the key needs the name of a column: the columns that identify a row, with commas between";
        foreach (var name in Key.CountBy(name => name, StringComparer.Ordinal).Where(count => count.Value > 1))
            yield return $"the key names the column {QuotedText.Of(name.Key)} twice";
        if (!(Tolerance >= 0 && double.IsFinite(Tolerance)))
            yield return "the tolerance must be a number from 0 on";
        if (!(Relative >= 0 && double.IsFinite(Relative)))
            yield return "the relative tolerance must be a number from 0 on";
        if (!(MaxChanged is >= 0 and <= 1))
            yield return "the largest share of changed rows must be a number from 0 to 1";
    }
}
