using ModelPipeline.Data;
using ModelPipeline.Evaluation;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Differential;

/// <summary>The shares of rows that differ on parts of the reference rows; shown, not judged.</summary>
internal static class DifferenceSlices
{
    /// <summary>One a slice, in the spec's order.</summary>
    /// <param name="rows">The reference rows.</param>
    /// <param name="slices">What to slice by.</param>
    /// <param name="differences">How the models differ, row by row.</param>
    public static IReadOnlyList<SliceEvidence> Of(Table rows, IReadOnlyList<SliceSpec> slices, IReadOnlyList<RowDifference> differences) =>
    [
        .. slices.SelectMany(slice => Slices.Of(rows, slice))
            .Select(slice => new SliceEvidence(
                slice.Name, slice.Rows.Length, DifferenceMeasures.Shares(DifferenceCounts.Of([.. slice.Rows.Select(row => differences[row])])))),
    ];
}
