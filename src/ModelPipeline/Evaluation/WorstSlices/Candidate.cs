namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>A slice that was looked at.</summary>
/// <param name="Conditions">What its rows have in common: one condition or two.</param>
/// <param name="Moments">Its rows' losses.</param>
/// <param name="P">The p-value of being worse than the rest of the rows and, with two conditions, than the rest of the rows of either alone.</param>
internal sealed record Candidate(Condition[] Conditions, Moments Moments, double P)
{
    /// <summary>The slice's name.</summary>
    public string Name => SliceName.OfAll(Conditions.Select(condition => condition.Name));

    /// <summary>Whether a row is in the slice.</summary>
    public bool Contains(int row) => Array.TrueForAll(Conditions, condition => condition.Holds(row));
}
