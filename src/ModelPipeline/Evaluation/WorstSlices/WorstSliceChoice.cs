using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.WorstSlices;

/// <summary>Chooses which of the bad slices to show, so that one cause is shown once.</summary>
internal static class WorstSliceChoice
{
    private const int Most = 5;
    private const double Significance = 0.05;

    /// <summary>
    /// At most five slices whose adjusted p-value is at most 0.05, the greatest lower bound of the difference first. A slice is passed over where those before
    /// it explain it: where the rows outside of them are too few, or not worse than the rest at 0.05.
    /// </summary>
    /// <param name="candidates">All slices that were looked at.</param>
    /// <param name="counter">Where they were counted.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static IReadOnlyList<(Candidate Candidate, double AdjustedP)> Of(
        IReadOnlyList<Candidate> candidates, CandidateCounter counter, CancellationToken cancellation)
    {
        var chosen = new List<(Candidate, double)>();
        var isExplained = new bool[counter.Losses.Length];
        var significant = candidates.Zip(Holm.Adjust([.. candidates.Select(candidate => candidate.P)]))
            .Where(test => test.Second <= Significance)
            .OrderByDescending(test => MeanDifference.Of(test.First.Moments, counter.All - test.First.Moments).Interval.Low);
        foreach (var (candidate, adjustedP) in significant)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!IsWorse(candidate, counter, isExplained))
                continue;
            chosen.Add((candidate, adjustedP));
            if (chosen.Count == Most)
                break;
            for (var row = 0; row < isExplained.Length; row++)
                isExplained[row] |= candidate.Contains(row);
        }

        return chosen;
    }

    private static bool IsWorse(Candidate candidate, CandidateCounter counter, bool[] isExplained)
    {
        var (slice, rest) = (default(Moments), default(Moments));
        for (var row = 0; row < isExplained.Length; row++)
        {
            if (isExplained[row])
                continue;
            if (candidate.Contains(row))
                slice = slice.With(counter.Losses[row]);
            else
                rest = rest.With(counter.Losses[row]);
        }

        return slice.Count >= counter.Fewest && MeanDifference.Of(slice, rest).P <= Significance;
    }
}
