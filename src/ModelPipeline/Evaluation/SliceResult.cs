namespace ModelPipeline.Evaluation;

/// <summary>The metrics of a part of the test rows.</summary>
/// <param name="Slice">Which rows, for example <c>female=1</c>, <c>tenure in [0, 9)</c> or <c>female=1, contract is missing</c>. Contains data: escape it.</param>
/// <param name="Rows">How many rows they are.</param>
/// <param name="Metrics">The task's metrics on them, in the catalog's order; an interval only where it has a closed form.</param>
internal sealed record SliceResult(string Slice, int Rows, IReadOnlyList<MetricEstimate> Metrics)
{
    /// <summary>From how many rows on a slice is more than a glimpse.</summary>
    public const int FewestRows = 30;
}
