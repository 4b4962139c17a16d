using ModelPipeline.Training;

namespace ModelPipeline.Differential.Causes;

/// <summary>The recipe changed: the engine, the trainer or its parameters.</summary>
internal sealed class RecipeCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison) => Between(comparison.Champion.Manifest, comparison.Candidate.Manifest);

    /// <summary>What differs between two recipes, a sentence each. Parameters of two engines are not comparable, even where their names are equal.</summary>
    public static IEnumerable<string> Between(BundleManifest champion, BundleManifest candidate)
    {
        if (champion.Engine != candidate.Engine)
            yield return $"the engine is {QuotedText.Of(candidate.Engine)}, the champion's {QuotedText.Of(champion.Engine)}";
        if (champion.Trainer != candidate.Trainer)
            yield return $"the trainer is {QuotedText.Of(candidate.Trainer)}, the champion's {QuotedText.Of(champion.Trainer)}";
        if (champion.Engine != candidate.Engine)
            yield break;
        foreach (var change in Change.Between(Texts(champion.Parameters), Texts(candidate.Parameters)))
            yield return $"parameter {change}";
    }

    private static Dictionary<string, string> Texts(TrainerParameters parameters) =>
        parameters.Values.ToDictionary(parameter => parameter.Key, parameter => FormattableString.Invariant($"{parameter.Value}"), StringComparer.Ordinal);
}
