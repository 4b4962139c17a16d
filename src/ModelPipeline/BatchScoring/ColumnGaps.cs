namespace ModelPipeline.BatchScoring;

/// <summary>How often an input of the model had no value that it knows.</summary>
/// <param name="Name">The input.</param>
/// <param name="Missing">In how many rows it was missing.</param>
/// <param name="Unseen">In how many rows it was a category that no training row had, which is scored as unknown.</param>
public sealed record ColumnGaps(string Name, long Missing, long Unseen)
{
    internal ColumnGaps Plus(ColumnGaps other) => this with { Missing = Missing + other.Missing, Unseen = Unseen + other.Unseen };
}
