using ModelPipeline.Evaluation.Metrics;
using ModelPipeline.Statistics;

namespace ModelPipeline.Evaluation.Comparisons;

/// <summary>Computes metrics of two models on the same rows, and their paired differences. docs/metrics.md says what the intervals are.</summary>
internal static class MetricComparer
{
    /// <summary>The metrics with 95% intervals, in the order given; the candidate's are those that <see cref="MetricEstimator"/> gives.</summary>
    /// <param name="rows">The rows and what is said of them.</param>
    /// <param name="metrics">Metrics of the rows' task.</param>
    /// <param name="seed">The seed of the bootstrap, which draws the same rows for both models. Equal arguments give equal results, whatever the number of threads.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="ArgumentException">Scores do not fit the labels or the task.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static IReadOnlyList<MetricComparison> Compare(
        ComparedRows rows, IEnumerable<MetricDefinition> metrics, long seed, CancellationToken cancellation)
    {
        MetricDefinition[] wanted = [.. metrics];
        var candidateRows = ScoredRows.Of(rows.Labels, rows.Candidate, rows.Task);
        var candidate = MetricFactory.Prepare(candidateRows, wanted);
        var champion = rows.Champion is { } scores ? MetricFactory.Prepare(ScoredRows.Of(rows.Labels, scores, rows.Task), wanted) : null;

        var replicates = MetricReplicates.Draw(candidateRows, [.. candidate, .. champion ?? []], seed, cancellation);
        return
        [
            .. wanted.Select((_, i) => champion is null
                ? new MetricComparison(candidate[i].Estimate(replicates), null, MetricComparison.NoDifference)
                : new MetricComparison(candidate[i].Estimate(replicates), champion[i].Estimate(replicates), Widened(candidate[i].Difference(champion[i], replicates), rows))),
        ];
    }

    /// <summary>
    /// The difference; where its interval has no width though the two do not answer alike, that of a share of rows among which none is right for one model
    /// alone: half a row is added to each of the four cases. Source: A. Agresti, Y. Min, Stat. Med. 24, 2005.
    /// </summary>
    private static Estimate Widened(Estimate difference, ComparedRows rows)
    {
        if (difference.Low != difference.High || rows.Candidate.Values.SequenceEqual(rows.Champion!.Values))
            return difference;
        var margin = NormalDistribution.TwoSided95 / (rows.Labels.Count + 2);
        return difference with { Low = difference.Value - margin, High = difference.Value + margin };
    }
}
