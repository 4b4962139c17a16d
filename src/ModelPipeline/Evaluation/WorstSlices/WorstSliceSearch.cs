namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>What a search for the worst slices found. Nothing found means little where few slices could be looked at.</summary>
/// <param name="Loss">The metric whose loss a row was compared: <c>log_loss</c> or <c>mae</c>.</param>
/// <param name="Slices">The slices, the surest loss (the lower bound of the difference) first; at most 5.</param>
/// <param name="Candidates">How many slices were looked at.</param>
/// <param name="LeftOut">How many columns and pairs of columns were left out, because they would give more slices than a search looks at.</param>
/// <param name="Undefined">Why nothing could be searched; <see langword="null"/> where something was.</param>
internal sealed record WorstSliceSearch(string Loss, IReadOnlyList<WorstSlice> Slices, int Candidates, int LeftOut, string? Undefined)
{
    internal static WorstSliceSearch OfUndefined(string loss, string reason) => new(loss, [], 0, 0, reason);
}
