using ModelPipeline.Registry.Listing;

namespace ModelPipeline.Registry.Stages;

/// <summary>The rules of retiring: what others need, and what is in use, stays.</summary>
/// <param name="Version">The version; <see langword="null"/> for the whole model.</param>
internal sealed record Retirement(SemanticVersion? Version)
{
    /// <summary>What is to be done next; <see langword="null"/> where it is retired.</summary>
    /// <param name="model">The model.</param>
    /// <param name="dependents">The models that read its output.</param>
    /// <exception cref="InputException">It may not be retired.</exception>
    public StageStep? Decide(RegisteredModel model, IReadOnlyList<string> dependents) =>
        Version is { } version ? DecideVersion(model, version, dependents) : DecideModel(model, dependents);

    private static StageStep? DecideVersion(RegisteredModel model, SemanticVersion version, IReadOnlyList<string> dependents)
    {
        if (model.IsRetired || model.Find(version)?.State == VersionState.Retired)
            return null;
        var published = StageRules.ExpectPublished(model, version);
        var stages = model.Stages.Where(present => present.Version == version).Select(present => present.Stage).ToArray();
        if (stages.Length > 0)
            throw new InputException($"{model.Name} {version} is in {string.Join(" and ", stages)}: promote another version there, or roll back, first.");
        if (dependents.Count > 0 && model.Versions.Count(other => other.State == VersionState.Published) == 1)
            throw Needed($"{model.Name} {version} is its only published version", dependents);
        return new StageStep
        {
            Tag = new RegistryTag(RegistryTagKind.VersionRetired, model.Name, version),
            Action = TagMessage.Retire,
            Version = published,
            Sentence = $"{model.Name} {version} is retired",
        };
    }

    private static StageStep? DecideModel(RegisteredModel model, IReadOnlyList<string> dependents)
    {
        if (model.IsRetired)
            return null;
        if (dependents.Count > 0)
            throw Needed($"{model.Name} cannot be retired", dependents);
        if (model.Stages.LastOrDefault() is { } present)
        {
            return new StageStep
            {
                Tag = new RegistryTag(RegistryTagKind.StageLeft, model.Name, null, present.Stage),
                Action = TagMessage.Leave,
                Version = model.Find(present.Version)!,
                From = present.Version,
                Sentence = $"{model.Name} {present.Version} leaves {present.Stage}",
            };
        }

        return new StageStep
        {
            Tag = new RegistryTag(RegistryTagKind.ModelRetired, model.Name),
            Action = TagMessage.Retire,
            Version = model.Versions.LastOrDefault(version => version.Commit is not null)
                ?? throw new InputException($"{model.Name} has no published version, so there is nothing to retire: {StageRules.Unpublished(model)}; remove its folder instead."),
            Sentence = $"{model.Name} is retired",
        };
    }

    private static InputException Needed(string what, IReadOnlyList<string> dependents) =>
        new($"{what}, and other models read its output: {string.Join("; ", dependents)}. Change or retire them first.");
}
