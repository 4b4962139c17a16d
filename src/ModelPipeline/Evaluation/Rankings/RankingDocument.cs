using System.Text.Json;
using ModelPipeline.Evidence;
using ModelPipeline.Storage;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>What <c>ranking.json</c> holds.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="Metric">What the candidates are ranked by.</param>
/// <param name="Baseline">The champion; absent where there is none.</param>
/// <param name="Ranked">The candidates, best first.</param>
/// <param name="Unranked">Those that have no such metric.</param>
/// <param name="Pairs">Neighbours, then each against the best.</param>
internal sealed record RankingDocument(
    string Model,
    string Metric,
    Baseline? Baseline,
    IReadOnlyList<RankingEntry> Ranked,
    IReadOnlyList<RankingEntry> Unranked,
    IReadOnlyList<RankingPair> Pairs)
{
    private static readonly RankingJsonContext Context = new(JsonForm.With(new DigestConverter(), new StatusConverter(), new MeasureConverter()));

    /// <summary>The file's bytes.</summary>
    public static byte[] Json(string model, Baseline? baseline, CandidateRanking ranking)
    {
        var document = new RankingDocument(
            model,
            ranking.Metric.Name,
            baseline,
            [.. ranking.Ranked.Select(candidate => RankingEntry.Of(candidate, ranking.Metric))],
            [.. ranking.Unranked.Select(candidate => RankingEntry.Of(candidate, ranking.Metric))],
            [.. ranking.Pairs.Select(RankingPair.Of)]);
        return [.. JsonSerializer.SerializeToUtf8Bytes(document, Context.RankingDocument), (byte)'\n'];
    }
}
