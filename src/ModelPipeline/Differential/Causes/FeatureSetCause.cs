using ModelPipeline.Data;
using ModelPipeline.Evaluation;
using ModelPipeline.Specs.Reading;

namespace ModelPipeline.Differential.Causes;

/// <summary>Features were added or removed, or changed their type.</summary>
internal sealed class FeatureSetCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison)
    {
        var before = comparison.Champion.Manifest.Signature.Inputs.ToDictionary(input => input.Name, input => input.Type, StringComparer.Ordinal);
        var after = comparison.Candidate.Manifest.Signature.Inputs.ToDictionary(input => input.Name, input => input.Type, StringComparer.Ordinal);
        foreach (var name in before.Keys.Except(after.Keys).OrderByDescending(name => SensitivityOf(comparison, name)))
            yield return $"feature {QuotedText.Of(name)} was removed: {Why(comparison, name)}";
        foreach (var name in before.Keys.Intersect(after.Keys).Where(name => before[name] != after[name]))
            yield return $"feature {QuotedText.Of(name)} is {Words.Of(after[name])} now, for the champion it is {Words.Of(before[name])}";
        string[] added = [.. after.Keys.Except(before.Keys)];
        if (added.Length > 0)
            yield return $"new to the candidate: {(added.Length == 1 ? "feature" : "features")} {Shown.Values(added)}";
    }

    private static double SensitivityOf(Comparison comparison, string feature) =>
        comparison.Reliance.FirstOrDefault(reliance => reliance.Feature == feature)?.Champion ?? 0;

    private static string Why(Comparison comparison, string feature)
    {
        var gone = comparison.Reference.Table.Find(feature) is null ? "the data have no such column any more" : "the candidate does not read it";
        return SensitivityOf(comparison, feature) is > 0 and var sensitivity ? $"{gone}, and it moves the champion's answers by {MetricText.Of(sensitivity)}" : gone;
    }
}
