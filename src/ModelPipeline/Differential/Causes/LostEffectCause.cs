using ModelPipeline.Evaluation;

namespace ModelPipeline.Differential.Causes;

/// <summary>
/// A feature lost its effect though its values are distributed as before: shuffled. Where none did, but the effect of one is the opposite: swapped categories that
/// their shares do not tell, or another sign.
/// </summary>
/// <param name="others">The causes that would explain it.</param>
internal sealed class LostEffectCause(IReadOnlyList<ICause> others) : ICause
{
    /// <summary>Data that are the champion's own cannot have been shuffled since.</summary>
    public IEnumerable<string> Find(Comparison comparison)
    {
        FeatureReliance[] lost = [.. comparison.LostFeatures.Where(feature => feature.Candidate is not null && IsAsBefore(comparison, feature.Feature)).OrderByDescending(feature => feature.Champion)];
        if (lost.Length == 0 || comparison.Candidate.Manifest.Data.Digest == comparison.Champion.Manifest.Data.Digest || others.Any(cause => cause.Find(comparison).Any()))
            return [];
        FeatureReliance[] shuffled = [.. lost.Where(feature => !feature.Effect.IsReversed)];
        return shuffled.Length > 0 ? shuffled.Select(Shuffled) : lost.Select(Reversed);
    }

    private static bool IsAsBefore(Comparison comparison, string feature) =>
        comparison.SharedFeatures.FirstOrDefault(shared => shared.Champion.Name == feature) is ({ } before, { } after) && DistributionShift.Of(before, after) is null;

    private static string Shuffled(FeatureReliance feature) =>
        $"the values of {QuotedText.Of(feature.Feature)} look shuffled: distributed as before, they move the candidate's answers by {MetricText.Of(feature.Candidate!.Value)}, the champion's by {MetricText.Of(feature.Champion)}";

    private static string Reversed(FeatureReliance feature) =>
        $"the effect of {QuotedText.Of(feature.Feature)} is reversed though its values are distributed as before ({MetricText.Of(feature.Effect.Followed)} times the champion's): its categories look swapped, or its sign changed";
}
