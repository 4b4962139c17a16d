using ModelPipeline.Registry.Listing;

namespace ModelPipeline.Registry.Stages;

/// <summary>What promoting, rolling back and retiring have in common.</summary>
internal static class StageRules
{
    /// <exception cref="InputException">The model is retired, or its <c>model.yaml</c> cannot be read.</exception>
    public static void ExpectUsable(RegisteredModel model)
    {
        if (model.IsRetired)
            throw new InputException($"{model.Name} is retired: no version of it enters a stage any more.");
        if (!model.IsReadable)
            throw new InputException($"The stages of {model.Name} are not known: {string.Join("; ", model.Faults)}. Mend them in the default branch first.");
    }

    /// <summary>A version that is published and not retired.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static RegisteredVersion ExpectPublished(RegisteredModel model, SemanticVersion version) => model.Find(version) switch
    {
        { State: VersionState.Published } published => published,
        { State: VersionState.Retired } => throw new InputException($"{model.Name} {version} is retired."),
        { } => throw new InputException($"{model.Name} {version} is recorded but not published: run Release, which makes the tag {new RegistryTag(RegistryTagKind.Version, model.Name, version)}."),
        null => throw new InputException($"{model.Name} has no version {version}; {Known(model)}."),
    };

    /// <summary>Why no version of a model is published.</summary>
    public static string Unpublished(RegisteredModel model) => model.Versions.Count == 0 ? "it has no release at all" : Known(model);

    /// <summary>What is in a model's stages.</summary>
    public static string Holding(RegisteredModel model) =>
        model.Stages.Count == 0 ? "none in any stage" : string.Join(", ", model.Stages.Select(present => $"{present.Version} in {present.Stage}"));

    /// <summary>When, by whom and why something was rolled back.</summary>
    public static string Because(StageEvent rollback) =>
        $" ({RegistryListing.TimeOf(rollback.When)} by {QuotedText.Escape(rollback.By)}{(rollback.Reason is { } reason ? $": {QuotedText.Escape(reason, 200)}" : "")})";

    private static string Known(RegisteredModel model) => model.Versions.Count == 0
        ? "it has none"
        : $"it has {string.Join(", ", model.Versions.Select(version => $"{version.Version} ({StateOf(version.State)})"))}";

    private static string StateOf(VersionState state) => state switch
    {
        VersionState.Recorded => "recorded, not published",
        VersionState.Retired => "retired",
        _ => "published",
    };
}
