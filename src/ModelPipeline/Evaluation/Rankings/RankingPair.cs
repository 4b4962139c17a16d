using ModelPipeline.Evidence;

namespace ModelPipeline.Evaluation.Rankings;

/// <summary>Two candidates in <c>ranking.json</c>.</summary>
/// <param name="Better">The number of the one that ranks higher.</param>
/// <param name="Worse">The number of the other.</param>
/// <param name="Difference">The higher one's metric less the lower one's.</param>
/// <param name="AdjustedP">The p-value after Holm's correction.</param>
/// <param name="Real">Whether the rows tell them apart.</param>
/// <param name="Sentence">The same in words.</param>
internal sealed record RankingPair(int Better, int Worse, Measure Difference, double AdjustedP, bool Real, string Sentence)
{
    public static RankingPair Of(CandidatePair pair) =>
        new(pair.Better.Number, pair.Worse.Number, Measure.Of(pair.Difference), pair.PValue, pair.IsReal, pair.Sentence);
}
