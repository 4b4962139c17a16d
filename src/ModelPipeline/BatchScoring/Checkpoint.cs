namespace ModelPipeline.BatchScoring;

/// <summary>How far a batch has come: everything before is on the disk.</summary>
/// <param name="Batch">What is scored and how.</param>
/// <param name="InputOffset">Where in the input's text, uncompressed, the next row starts.</param>
/// <param name="Lines">How many lines of the input are before it.</param>
/// <param name="OutputLength">How long the output is.</param>
/// <param name="Rows">How many rows were scored.</param>
/// <param name="Columns">What was missing or unseen in them.</param>
internal sealed record Checkpoint(BatchIdentity Batch, long InputOffset, long Lines, long OutputLength, long Rows, IReadOnlyList<ColumnGaps> Columns)
{
    /// <summary>The checkpoint after a further part.</summary>
    public Checkpoint After(ScoredPart scored) => this with
    {
        InputOffset = scored.Part.End,
        Lines = scored.Part.Lines,
        OutputLength = OutputLength + scored.Output.Length,
        Rows = Rows + scored.Rows,
        Columns = [.. Columns.Zip(scored.Columns, (before, further) => before.Plus(further))],
    };
}
