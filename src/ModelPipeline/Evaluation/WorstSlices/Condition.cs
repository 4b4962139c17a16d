namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>A row is in one part of a column.</summary>
/// <param name="Column">The column.</param>
/// <param name="Code">The part.</param>
internal readonly record struct Condition(SearchColumn Column, int Code)
{
    /// <summary>The part's name.</summary>
    public string Name => Column.Names[Code];

    /// <summary>Whether a row is in the part.</summary>
    public bool Holds(int row) => Column.Codes[row] == Code;
}
