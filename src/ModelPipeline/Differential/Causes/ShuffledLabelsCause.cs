using ModelPipeline.Evaluation;
using ModelPipeline.Specs;

namespace ModelPipeline.Differential.Causes;

/// <summary>The labels have nothing to do with the rows any more, or the opposite: the champion, which told them apart in its own test, does not now.</summary>
internal sealed class ShuffledLabelsCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison)
    {
        if (LabelAgreement.Of(comparison, pair => pair.Champion) is not { } champion)
            yield break;
        var name = comparison.Champion.Manifest.Signature.Task == ModelTask.Regression ? "rank correlation" : "AUC";
        if (champion.IsChance && WasSkilled(comparison))
            yield return $"the labels look shuffled: on the reference rows the champion is no better than chance ({name} {MetricText.Of(champion.Farthest)}), in its own test it was{OwnTest(comparison)}";
        else if (champion.IsOpposite && WasSkilled(comparison))
            yield return $"the labels look flipped, or the positive class is another: on the reference rows the champion is worse than chance ({name} {MetricText.Of(champion.Farthest)})";
        else if (!champion.IsChance && LabelAgreement.Of(comparison, pair => pair.Candidate) is { IsChance: true } candidate)
            yield return $"the candidate was trained on labels that look shuffled: it is no better than chance ({name} {MetricText.Of(candidate.Farthest)}) where the champion has {MetricText.Of(champion.Farthest)}";
    }

    private static bool WasSkilled(Comparison comparison) => comparison.Champion.Manifest.TestMetrics switch
    {
        var metrics when metrics.TryGetValue("auc", out var auc) => auc > 0.55,
        var metrics when metrics.TryGetValue("macro_auc", out var auc) => auc > 0.55,
        var metrics when metrics.TryGetValue("r2", out var r2) => r2 > 0.05,
        _ => false,
    };

    private static string OwnTest(Comparison comparison)
    {
        var (metric, value) = comparison.Champion.Manifest.TestMetrics.First(metric => metric.Key is "auc" or "macro_auc" or "r2");
        return $" ({metric} {MetricText.Of(value)})";
    }
}
