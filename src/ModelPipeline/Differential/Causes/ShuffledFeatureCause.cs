using ModelPipeline.Evaluation;

namespace ModelPipeline.Differential.Causes;

/// <summary>A feature lost its meaning though its values are distributed as before. Where most features did, the labels are at fault instead.</summary>
internal sealed class ShuffledFeatureCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison)
    {
        FeatureReliance[] lost = [.. comparison.LostFeatures.Where(feature => feature.Candidate is not null).OrderByDescending(feature => feature.Champion)];
        var relied = comparison.Reliance.Count(feature => feature.IsRelied);
        if (relied > 1 && 2 * lost.Length > relied)
            return [];
        return lost.Where(feature => IsAsBefore(comparison, feature.Feature)).Select(feature =>
            $"the values of {QuotedText.Of(feature.Feature)} look shuffled: distributed as before, they move the candidate's answers by {MetricText.Of(feature.Candidate!.Value)}, the champion's by {MetricText.Of(feature.Champion)}");
    }

    private static bool IsAsBefore(Comparison comparison, string feature) =>
        comparison.InChampion(feature) is { } before && comparison.InCandidate(feature) is { } after && DistributionShift.Of(before, after) is null;
}
