namespace ModelPipeline.Differential.Causes;

/// <summary>A feature's values are distributed otherwise.</summary>
internal sealed class FeatureShiftCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison) => comparison.SharedFeatures
        .Where(feature => feature.Champion.GetType() == feature.Candidate.GetType())
        .Select(feature => (feature.Champion.Name, Shift: DistributionShift.Of(feature.Champion, feature.Candidate)))
        .Where(feature => feature.Shift is not null)
        .Select(feature => $"feature {QuotedText.Of(feature.Name)} {feature.Shift}");
}
