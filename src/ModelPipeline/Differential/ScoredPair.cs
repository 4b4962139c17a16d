using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Differential;

/// <summary>What champion and candidate say of the same rows.</summary>
/// <param name="Champion">The champion's outputs.</param>
/// <param name="Candidate">The candidate's outputs: the same ones.</param>
/// <param name="Rows">How they differ, row by row.</param>
/// <param name="Unit">The unit of differences, in that of the outputs: 1, or the standard deviation of a regression's label in the champion's training.</param>
internal sealed record ScoredPair(Scores Champion, Scores Candidate, IReadOnlyList<RowDifference> Rows, double Unit)
{
    /// <summary>In how many rows they differ.</summary>
    public DifferenceCounts Counts { get; } = DifferenceCounts.Of(Rows);

    /// <summary>How many rows have a score of the champion that is not finite.</summary>
    public int ChampionNotFinite { get; } = NotFinite(Champion);

    /// <summary>How many rows have a score of the candidate that is not finite.</summary>
    public int CandidateNotFinite { get; } = NotFinite(Candidate);

    /// <summary>Whether every score of both is a finite number.</summary>
    public bool AreFinite => ChampionNotFinite == 0 && CandidateNotFinite == 0;

    /// <summary>How the outputs moved.</summary>
    public IReadOnlyList<OutputShift> Shifts { get; } = OutputShift.Of(Champion, Candidate, Unit);

    /// <summary>The unit of differences for a model.</summary>
    /// <exception cref="InputException">The champion's bundle does not say how its label is spread.</exception>
    public static double UnitOf(BundleManifest champion)
    {
        if (champion.Signature.Task != ModelTask.Regression)
            return 1;
        return champion.Data.Label is Data.NumericStatistics { StandardDeviation: > 0 and var deviation }
            ? deviation
            : throw new InputException("The champion's bundle has no standard deviation of the label, the unit of differences: compare with another one (--baseline).");
    }

    private static int NotFinite(Scores scores) => Enumerable.Range(0, scores.Rows).Count(row => !Scores.AreFinite(scores.Row(row)));
}
