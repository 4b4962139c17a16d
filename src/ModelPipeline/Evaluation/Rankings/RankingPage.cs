using System.Globalization;
using System.Text;
using ModelPipeline.Evidence;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>What <c>ranking.md</c> says.</summary>
internal static class RankingPage
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Markdown(string model, Baseline? baseline, CandidateRanking ranking)
    {
        string[] lines =
        [
            $"# Candidates of {MarkdownText.Of(model)}, ranked by {MarkdownText.Of(ranking.Metric.Title)}",
            "",
            baseline is null ? "There is no champion to compare with." : $"The champion is {MarkdownText.Of(baseline.Version)} (`{baseline.Digest.Short}`).",
            $"{(ranking.Metric.GreaterIsBetter ? "Greater" : "Less")} is better. Intervals are at 95%, on the same test rows for all.",
            "",
            "| rank | candidate | bundle | value | less the champion's | gates |",
            "| --- | --- | --- | --- | --- | --- |",
            .. ranking.Ranked.Index().Select(item => Row((item.Index + 1).ToString(CultureInfo.InvariantCulture), item.Item, ranking.Metric)),
            .. ranking.Unranked.Select(candidate => Row("–", candidate, ranking.Metric)),
            .. Section("Which of them can be told apart", ranking.Pairs.Select(pair => pair.Sentence)),
            .. Section("What the gates say", ranking.Ranked.Concat(ranking.Unranked).SelectMany(candidate => candidate.Reasons.Select(reason => $"{candidate.Name}: {reason}"))),
            .. Section("Trained on test rows", ranking.Ranked.Select(candidate => candidate.Seen?.Meaning(candidate.Name)).OfType<string>()),
            "",
            $"Pairs are neighbours, and each against the best. Their {ranking.Pairs.Count} p-values are adjusted by Holm's method: differences up to 0.05 are called real.",
        ];
        return Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n");
    }

    private static string Row(string rank, RankedCandidate candidate, MetricDefinition metric)
    {
        var measured = candidate.Measured(metric);
        var value = measured is null ? "–" : MetricText.Of(measured.Candidate.Estimate);
        var difference = measured is { Champion.Undefined: null } ? MetricText.Of(measured.Difference) : "–";
        return $"| {rank} | {MarkdownText.Of(candidate.Name)} | `{candidate.Digest.Short}` | {value} | {difference} | {StatusNames.Of(candidate.Verdict)} |";
    }

    private static IEnumerable<string> Section(string title, IEnumerable<string> sentences)
    {
        string[] items = [.. sentences.Select(sentence => $"- {MarkdownText.Of(sentence)}")];
        return items.Length == 0 ? [] : ["", $"## {title}", "", .. items];
    }
}
