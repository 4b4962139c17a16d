using ModelPipeline.Evaluation;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Differential.Causes;

/// <summary>
/// The champion is clearly worse on the reference rows than in its own test, though still better than chance; the candidate is no better there, which it would be if a
/// feature were at fault. Judged by AUC (binary), accuracy (multiclass) or mean absolute error (regression).
/// </summary>
/// <param name="features">The causes that would explain it.</param>
internal sealed class NoisyLabelsCause(IReadOnlyList<ICause> features) : ICause
{
    private const double LeastFall = 0.02;
    private const double LeastRise = 1.1;
    private const double Half = 0.5;

    public IEnumerable<string> Find(Comparison comparison)
    {
        if (LabelSkill.OfChampion(comparison) is not { IsNone: false, IsOpposite: false } || features.Any(cause => cause.Find(comparison).Any()))
            yield break;
        if (comparison.LostFeatures.Any(feature => feature.IsMute))
            yield break;
        if (comparison.SharedFeatures.Any(feature => DistributionShift.Of(feature.Champion, feature.Candidate) is not null))
            yield break;
        if (Worse(comparison) is { } worse)
            yield return $"the labels look noisy: on the reference rows the champion has {worse}, though the features are distributed as before";
    }

    private static string? Worse(Comparison comparison)
    {
        var manifest = comparison.Champion.Manifest;
        var name = manifest.Signature.Task switch { ModelTask.BinaryClassification => "auc", ModelTask.MulticlassClassification => "accuracy", _ => "mae" };
        if (!manifest.TestMetrics.TryGetValue(name, out var before))
            return null;
        var champion = Metric(name, comparison, comparison.Scores!.Champion);
        var candidate = Metric(name, comparison, comparison.Scores!.Candidate);
        var isRecovered = Math.Abs(candidate.Value - before) < Half * Math.Abs(champion.Value - before);
        return !isRecovered && IsWorse(name, before, champion, manifest.Data.TestRows, comparison.Reference.Table.Rows)
            ? $"{name} {MetricText.Of(champion)}, in its own test it had {MetricText.Of(before)}, and the candidate has {MetricText.Of(candidate)}"
            : null;
    }

    private static Estimate Metric(string name, Comparison comparison, Scores scores) =>
        MetricEstimator.EstimateWithoutBootstrap(comparison.Reference.Labels!, scores, comparison.Champion.Manifest.Signature.Task).First(metric => metric.Metric.Name == name).Estimate;

    /// <summary>Whether the difference is more than both tests' errors explain. That of the champion's test is taken to be like this one's, by its number of rows.</summary>
    private static bool IsWorse(string metric, double before, Estimate now, int rowsBefore, int rowsNow)
    {
        if (metric == "accuracy")
            return before - now.Value > LeastFall && Significance.OfShares(before, rowsBefore, now.Value, rowsNow) > NormalDistribution.TwoSided95;
        var margin = (now.High - now.Low) / 2 * Math.Sqrt(1 + (double)rowsNow / rowsBefore);
        return metric == "auc" ? before - now.Value > Math.Max(LeastFall, margin) : now.Value - before > margin && now.Value > LeastRise * before;
    }
}
