using System.Globalization;
using ModelPipeline.Training;

namespace ModelPipeline.Differential.Causes;

/// <summary>The recipe changed: trainer, parameters, versions of the engine; or the seed alone did.</summary>
internal sealed class RecipeCause : ICause
{
    public IEnumerable<string> Find(Comparison comparison)
    {
        var (champion, candidate) = (comparison.Champion.Manifest, comparison.Candidate.Manifest);
        if (champion.Trainer != candidate.Trainer)
            yield return $"the trainer is {QuotedText.Of(candidate.Trainer)}, the champion's {QuotedText.Of(champion.Trainer)}";
        foreach (var change in Changes(Texts(champion.Parameters), Texts(candidate.Parameters)))
            yield return $"parameter {change}";
        foreach (var change in Changes(champion.Versions, candidate.Versions))
            yield return $"version of {change}";
        if (champion.Seed != candidate.Seed && Novelty.IsSameBesideSeed(champion, candidate))
            yield return string.Create(CultureInfo.InvariantCulture, $"only the seed changed, from {champion.Seed} to {candidate.Seed}: same data, same recipe");
    }

    private static Dictionary<string, string> Texts(TrainerParameters parameters) =>
        parameters.Values.ToDictionary(parameter => parameter.Key, parameter => FormattableString.Invariant($"{parameter.Value}"), StringComparer.Ordinal);

    private static IEnumerable<string> Changes(IReadOnlyDictionary<string, string> before, IReadOnlyDictionary<string, string> after) =>
        from name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        let change = (From: before.GetValueOrDefault(name, "none"), To: after.GetValueOrDefault(name, "none"))
        where change.From != change.To
        select $"{QuotedText.Of(name)} is {QuotedText.Escape(change.To)}, the champion's {QuotedText.Escape(change.From)}";
}
