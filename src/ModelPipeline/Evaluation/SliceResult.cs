namespace ModelPipeline.Evaluation;

/// <summary>The metrics of the test rows that have one value of a column.</summary>
/// <param name="Slice">Which rows, for example <c>female=1</c>, <c>tenure in [0, 9)</c> or <c>tenure is missing</c>. Contains data: escape it.</param>
/// <param name="Rows">How many rows they are.</param>
/// <param name="Metrics">The task's metrics on them, in the catalog's order; an interval only where it has a closed form.</param>
internal sealed record SliceResult(string Slice, int Rows, IReadOnlyList<MetricEstimate> Metrics)
{
    private const int FewestRows = 30;

    /// <summary>Whether the rows are too few, under 30, to conclude much from them.</summary>
    public bool Small => Rows < FewestRows;
}
