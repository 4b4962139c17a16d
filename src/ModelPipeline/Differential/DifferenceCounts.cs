namespace ModelPipeline.Differential;

/// <summary>In how many rows candidate and champion differ.</summary>
/// <param name="Rows">How many rows were compared.</param>
/// <param name="Changed">Rows with an output that changed by more than the tolerance.</param>
/// <param name="Flips">Rows whose predicted class changed.</param>
/// <param name="NegativeFlips">Rows that the champion has right and the candidate wrong.</param>
/// <param name="PositiveFlips">Rows that the candidate has right and the champion wrong.</param>
internal sealed record DifferenceCounts(int Rows, int Changed, int Flips, int NegativeFlips, int PositiveFlips)
{
    /// <summary>Counts rows.</summary>
    public static DifferenceCounts Of(IReadOnlyCollection<RowDifference> rows) => new(
        rows.Count,
        rows.Count(row => row.Changed),
        rows.Count(row => row.Flip != Flip.None),
        rows.Count(row => row.Flip == Flip.Negative),
        rows.Count(row => row.Flip == Flip.Positive));
}
