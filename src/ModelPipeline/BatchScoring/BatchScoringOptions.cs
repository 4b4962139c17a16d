namespace ModelPipeline.BatchScoring;

/// <summary>Which file is scored, and what is written of its rows.</summary>
public sealed record BatchScoringOptions
{
    /// <summary>The rows: UTF-8 CSV with a header, compressed where its name ends with <c>.gz</c>. Columns may be in any order; those that the model does not know are ignored.</summary>
    public required string Input { get; init; }

    /// <summary>The file of the scores; one that is there is replaced when all rows are scored.</summary>
    public required string Output { get; init; }

    /// <summary>The columns that identify a row, which are written before its scores.</summary>
    /// <value>Default: none; then the first column is <c>line</c>, the line of the input that the row starts on.</value>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>Whether every column of the input is written before the scores, in the input's order.</summary>
    /// <value>Default: false.</value>
    public bool AllColumns { get; init; }

    /// <summary>Whether what each feature adds to a row's raw scores is written after them; the model's engine must be able to tell.</summary>
    /// <value>Default: false.</value>
    public bool Contributions { get; init; }

    /// <summary>How many parts of the file are read, scored or written at the same time; the output is the same for any number.</summary>
    /// <value>Default: 1.</value>
    public int Threads { get; init; } = 1;

    /// <summary>How many bytes of the input are read, scored and written at once.</summary>
    internal int PartBytes { get; init; } = 1 << 20;

    /// <summary>After how many bytes of the input it is noted how far the scoring has come.</summary>
    internal long CheckpointBytes { get; init; } = 64 << 20;

    /// <summary>Everything that is wrong with the options by themselves, one sentence each.</summary>
    internal IEnumerable<string> Faults()
    {
        if (!File.Exists(Input))
            yield return Directory.Exists(Input) ? $"{QuotedText.Of(Input)} is a folder: name a file in it" : $"there is no file {QuotedText.Of(Input)}";
        else if (OutputFile.NamesOf(Output).Select(RealPath.Of).Contains(RealPath.Of(Input), RealPath.Comparer))
            yield return $"the output {QuotedText.Of(Output)} would replace the input {QuotedText.Of(Input)}, or files that are written beside it would: choose another";
        if (Directory.Exists(Output))
            yield return $"the output {QuotedText.Of(Output)} is a folder: name a file in it";
        if (Output.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            yield return $"the output {QuotedText.Of(Output)} would not be compressed: name it .csv";
        if (Key.Any(string.IsNullOrWhiteSpace))
            yield return "the key has a column without a name: give the columns that identify a row, with commas between";
        foreach (var name in Key.CountBy(name => name, StringComparer.Ordinal).Where(count => count.Value > 1))
            yield return $"the key names the column {QuotedText.Of(name.Key)} twice";
        if (Threads < 1)
            yield return "at least one thread is needed";
    }
}
