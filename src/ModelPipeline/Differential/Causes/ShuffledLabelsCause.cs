using ModelPipeline.Evaluation;

namespace ModelPipeline.Differential.Causes;

/// <summary>The labels have nothing to do with the rows any more, or say the opposite, and no feature explains it.</summary>
/// <param name="features">The causes that would explain it.</param>
internal sealed class ShuffledLabelsCause(IReadOnlyList<ICause> features) : ICause
{
    public IEnumerable<string> Find(Comparison comparison)
    {
        if (LabelSkill.OfChampion(comparison) is not { } champion || LabelSkill.OfCandidate(comparison) is not { } candidate || features.Any(cause => cause.Find(comparison).Any()))
            yield break;
        var (ofChampion, ofCandidate) = ($"{champion.Name} {MetricText.Of(champion.Estimate)}", $"{candidate.Name} {MetricText.Of(candidate.Estimate)}");
        if (champion.IsNone && candidate.IsNone)
            yield return $"the labels look shuffled: on the reference rows neither the champion ({ofChampion}) nor the candidate ({ofCandidate}) is better than chance";
        else if (champion.IsOpposite)
            yield return $"the labels look flipped, or the positive class is another: on the reference rows the champion is worse than chance ({ofChampion})";
        else if (candidate.IsNone)
            yield return $"the candidate was trained on labels that look shuffled: it is no better than chance ({ofCandidate}) where the champion is ({ofChampion})";
    }
}
