using ModelPipeline.Evidence;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>A candidate in <c>ranking.json</c>.</summary>
/// <param name="Number">Its place on the command line, from 1.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Bundle">Its bundle.</param>
/// <param name="Value">Its metric; absent where it has none.</param>
/// <param name="Difference">Its metric less the champion's; absent where there is nothing to compare with.</param>
/// <param name="Verdict">What its gates say.</param>
/// <param name="Reasons">Why they do not say passed.</param>
internal sealed record RankingEntry(
    int Number, string Name, Digest Bundle, Measure? Value, Measure? Difference, Status Verdict, IReadOnlyList<string> Reasons)
{
    public static RankingEntry Of(RankedCandidate candidate, MetricDefinition metric)
    {
        var measured = candidate.Measured(metric);
        return new(
            candidate.Number,
            candidate.Name,
            candidate.Digest,
            measured is null ? null : Measure.Of(measured.Candidate.Estimate),
            measured is { Champion.Undefined: null } ? Measure.Of(measured.Difference) : null,
            candidate.Verdict,
            candidate.Reasons);
    }
}
