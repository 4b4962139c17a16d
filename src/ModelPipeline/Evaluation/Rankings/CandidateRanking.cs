using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>Candidates in the order of a metric on the test rows.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Ranked">Those that have it, best first; of equal ones the first on the command line.</param>
/// <param name="Unranked">The others.</param>
/// <param name="Pairs">Each ranked candidate against the one before it and against the best.</param>
internal sealed record CandidateRanking(
    MetricDefinition Metric, IReadOnlyList<RankedCandidate> Ranked, IReadOnlyList<RankedCandidate> Unranked, IReadOnlyList<CandidatePair> Pairs)
{
    /// <summary>Ranks candidates.</summary>
    /// <param name="metric">The metric to rank by.</param>
    /// <param name="candidates">The candidates.</param>
    /// <param name="labels">The true answers of the test rows.</param>
    /// <param name="task">What the candidates predict.</param>
    /// <param name="seed">The seed of the bootstrap.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static CandidateRanking Of(
        MetricDefinition metric, IReadOnlyList<RankedCandidate> candidates, Labels labels, ModelTask task, long seed, CancellationToken cancellation)
    {
        var sign = metric.GreaterIsBetter ? -1 : 1;
        RankedCandidate[] ranked =
        [
            .. candidates.Where(candidate => candidate.Measured(metric) is not null)
                .OrderBy(candidate => sign * candidate.Measured(metric)!.Candidate.Estimate.Value).ThenBy(candidate => candidate.Number),
        ];
        (RankedCandidate Better, RankedCandidate Worse)[] pairs =
        [
            .. ranked.Skip(1).Select((worse, i) => (ranked[i], worse)),
            .. ranked.Skip(2).Select(worse => (ranked[0], worse)),
        ];
        Estimate[] differences =
        [
            .. pairs.Select(pair => MetricComparer
                .Compare(new ComparedRows(labels, pair.Better.Scores!, pair.Worse.Scores, task), [metric], seed, cancellation)[0].Difference),
        ];
        var adjusted = Holm.Adjust([.. differences.Select(PValue)]);
        return new(
            metric, ranked, [.. candidates.Except(ranked)], [.. pairs.Select((pair, i) => new CandidatePair(metric, pair.Better, pair.Worse, differences[i], adjusted[i]))]);
    }

    /// <summary>Without an interval nothing is told apart.</summary>
    private static double PValue(Estimate difference) => IntervalTest.PValue(difference) is var p && double.IsNaN(p) ? 1 : p;
}
