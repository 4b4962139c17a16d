using System.Globalization;
using ModelPipeline.Specs;

namespace ModelPipeline.Training;

/// <summary>Whether a bundle is what a spec's recipe trains.</summary>
internal static class RecipeFit
{
    /// <summary>What differs, one part of a sentence each; none where the bundle may come from the recipe. Versions of libraries are no part of a recipe.</summary>
    /// <param name="train">The recipe.</param>
    /// <param name="bundle">What the bundle says of itself.</param>
    public static IEnumerable<string> Differences(TrainSpec train, BundleManifest bundle)
    {
        if (bundle.Engine != train.Engine)
            yield return $"its engine is {QuotedText.Of(bundle.Engine)}, the spec's '{train.Engine}'";
        if (bundle.Trainer != train.Trainer)
            yield return $"its trainer is {QuotedText.Of(bundle.Trainer)}, the spec's '{train.Trainer}'";
        if (bundle.Seed != train.Seed)
            yield return FormattableString.Invariant($"its seed is {bundle.Seed}, the spec's {train.Seed}");
        var (found, wanted) = (Texts(bundle.Parameters), Texts(train.Parameters));
        foreach (var name in wanted.Keys.Union(found.Keys).Where(name => wanted.GetValueOrDefault(name) != found.GetValueOrDefault(name)))
            yield return $"its parameter {QuotedText.Of(name)} is {QuotedText.Of(found.GetValueOrDefault(name, "none"))}, the spec's {QuotedText.Of(wanted.GetValueOrDefault(name, "none"))}";
    }

    /// <summary>As text, since 1 and 1.0 are one number in a bundle's file.</summary>
    private static Dictionary<string, string> Texts(TrainerParameters parameters) =>
        parameters.Values.ToDictionary(value => value.Key, value => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal);
}
