using System.Globalization;
using ModelPipeline.Evidence;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>What the step RankCandidates leaves in its evidence.</summary>
/// <param name="ranking">The ranking.</param>
internal sealed class RankingRecord(CandidateRanking ranking)
{
    private readonly RankedCandidate[] _all = [.. ranking.Ranked.Concat(ranking.Unranked).OrderBy(candidate => candidate.Number)];

    /// <summary>The best candidate, and whether the rows tell it from the next.</summary>
    public string Summary => ranking.Pairs.Count == 0 ? WhyNotRanked : QuotedText.Escape(ranking.Pairs[0].Sentence, longest: 400);

    private string WhyNotRanked => string.Create(
        CultureInfo.InvariantCulture, $"{ranking.Ranked.Count} of {_all.Length} candidates have a {ranking.Metric.Name} to rank by; two are needed");

    /// <summary>Whether there is a ranking, and for each candidate, not required, what its gates say.</summary>
    public IReadOnlyList<Check> Checks() =>
    [
        new Check
        {
            Name = "ranked",
            Status = ranking.Pairs.Count == 0 ? Status.Error : Status.Passed,
            Observed = ranking.Ranked.Count,
            Limit = 2,
            Reason = ranking.Pairs.Count == 0
                ? WhyNotRanked
                : string.Create(CultureInfo.InvariantCulture, $"{ranking.Ranked.Count} of {_all.Length} candidates are ranked by {ranking.Metric.Name}"),
        },
        .. _all.Select(CheckOf),
    ];

    /// <summary>By candidate its rank and gated metrics, and by pair the difference and the adjusted p-value.</summary>
    public IReadOnlyDictionary<string, Measure> Measures()
    {
        var measures = new SortedDictionary<string, Measure>(StringComparer.Ordinal);
        foreach (var candidate in _all)
        {
            if (RankOf(candidate) is { } rank)
                measures[$"{KeyOf(candidate)}.rank"] = rank;
            foreach (var (metric, measure) in EvaluateRecord.Measures(candidate.Comparisons.Select(comparison => comparison.Candidate)))
                measures[$"{KeyOf(candidate)}.{metric}"] = measure;
            if (candidate.Seen is { LookedUp: > 0 } seen)
                measures[$"{KeyOf(candidate)}.seen_test_rows"] = seen.Share;
        }

        foreach (var pair in ranking.Pairs)
        {
            measures[$"difference.{pair.Key}.{ranking.Metric.Name}"] = Measure.Of(pair.Difference);
            measures[$"adjusted_p.{pair.Key}"] = pair.PValue;
        }

        return measures;
    }

    /// <summary>Which bundle each candidate is, and which of them has seen test rows.</summary>
    public IReadOnlyDictionary<string, string> Facts()
    {
        var facts = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["metric"] = ranking.Metric.Name };
        foreach (var candidate in _all)
        {
            facts[KeyOf(candidate)] = $"{QuotedText.Of(candidate.Name)} {candidate.Digest}";
            if (candidate.Seen?.Meaning("the candidate") is { } meaning)
                facts[$"{KeyOf(candidate)}.seen_test_rows"] = meaning;
        }

        return facts;
    }

    private Check CheckOf(RankedCandidate candidate)
    {
        var rank = RankOf(candidate) is { } place ? string.Create(CultureInfo.InvariantCulture, $"rank {place}") : "not ranked";
        string[] reasons = [$"{QuotedText.Of(candidate.Name)}: {rank}", .. candidate.Reasons];
        return new Check { Name = KeyOf(candidate), Required = false, Status = candidate.Verdict, Reason = string.Join("; ", reasons) };
    }

    private int? RankOf(RankedCandidate candidate) => ranking.Ranked.Index().Where(item => item.Item == candidate).Select(item => (int?)(item.Index + 1)).FirstOrDefault();

    private static string KeyOf(RankedCandidate candidate) => string.Create(CultureInfo.InvariantCulture, $"candidate.{candidate.Number}");
}
