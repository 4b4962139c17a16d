using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>A part of the test rows where the candidate is worse than on the rest of them. All its figures are of all test rows.</summary>
/// <param name="Name">Which rows, for example <c>contract=Two year, tenure in [0, 9)</c>. Contains data: escape it.</param>
/// <param name="Rows">How many rows they are.</param>
/// <param name="MeanLoss">The mean loss of these rows.</param>
/// <param name="MeanLossOfRest">The mean loss of all other rows.</param>
/// <param name="Difference">
/// The first mean less the second, with the 95% interval of this slice alone: it ignores that the slice was chosen because it is bad, so the truth is likely
/// in the lower part.
/// </param>
/// <param name="AdjustedP">The p-value of the difference, adjusted for the number of slices that were looked at; at most 0.05.</param>
internal sealed record WorstSlice(string Name, int Rows, double MeanLoss, double MeanLossOfRest, Estimate Difference, double AdjustedP);
