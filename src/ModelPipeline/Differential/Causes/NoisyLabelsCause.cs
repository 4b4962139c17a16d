using System.Globalization;
using ModelPipeline.Evaluation;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Differential.Causes;

/// <summary>
/// The champion is clearly worse on the reference rows than in its own test, though still better than chance, and no feature explains it. Judged by
/// AUC (binary), accuracy (multiclass) or mean absolute error (regression).
/// </summary>
/// <param name="features">The causes that would explain it.</param>
internal sealed class NoisyLabelsCause(IReadOnlyList<ICause> features) : ICause
{
    private const double LeastFall = 0.02;
    private const double LeastRise = 1.1;

    public IEnumerable<string> Find(Comparison comparison)
    {
        if (LabelAgreement.Of(comparison, pair => pair.Champion) is not { IsChance: false, IsOpposite: false } || features.Any(cause => cause.Find(comparison).Any()))
            yield break;
        if (comparison.SharedFeatures.Any(feature => DistributionShift.Of(feature.Champion, feature.Candidate) is not null))
            yield break;
        if (Worse(comparison, comparison.Scores!.Champion, comparison.Reference.Labels!) is { } worse)
            yield return $"the labels look noisy: on the reference rows the champion has {worse}, though the features are distributed as before";
    }

    private static string? Worse(Comparison comparison, Scores scores, Labels labels)
    {
        var manifest = comparison.Champion.Manifest;
        var name = manifest.Signature.Task switch { ModelTask.BinaryClassification => "auc", ModelTask.MulticlassClassification => "accuracy", _ => "mae" };
        if (!manifest.TestMetrics.TryGetValue(name, out var before))
            return null;
        var now = MetricEstimator.EstimateWithoutBootstrap(labels, scores, manifest.Signature.Task).First(metric => metric.Metric.Name == name).Estimate;
        return IsWorse(name, before, now, manifest.Data.TestRows, labels.Count)
            ? string.Create(CultureInfo.InvariantCulture, $"{name} {MetricText.Of(now)}, in its own test it had {MetricText.Of(before)}")
            : null;
    }

    /// <summary>Whether the difference is more than both tests' errors explain. That of the champion's test is taken to be like this one's, by its number of rows.</summary>
    private static bool IsWorse(string metric, double before, Estimate now, int rowsBefore, int rowsNow)
    {
        if (metric == "accuracy")
            return before - now.Value > LeastFall && Significance.OfShares(before, rowsBefore, now.Value, rowsNow) > NormalDistribution.TwoSided95;
        var margin = (now.High - now.Low) / 2 * Math.Sqrt(1 + (double)rowsNow / rowsBefore);
        return metric == "auc" ? before - now.Value > Math.Max(LeastFall, margin) : now.Value - before > margin && now.Value > LeastRise * before;
    }
}
