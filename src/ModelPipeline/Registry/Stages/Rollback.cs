using ModelPipeline.Registry.Listing;

namespace ModelPipeline.Registry.Stages;

/// <summary>The rules of rolling back: to the last good version, never to one that was itself rolled back from.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="From">The version that leaves; <see langword="null"/> where there is nothing to do.</param>
/// <param name="To">The version that comes back.</param>
/// <param name="Nothing">Why there is nothing to do.</param>
internal sealed record Rollback(string Stage, SemanticVersion? From, SemanticVersion To, string Nothing = "")
{
    /// <summary>What is to be rolled back to what.</summary>
    /// <param name="model">The model.</param>
    /// <param name="stage">The stage; <see langword="null"/> for the last one that holds a version.</param>
    /// <param name="version">The version to go back to; <see langword="null"/> for the last good one.</param>
    /// <exception cref="InputException">There is nothing to go back to.</exception>
    public static Rollback Of(RegisteredModel model, string? stage, SemanticVersion? version)
    {
        StageRules.ExpectUsable(model);
        var chosen = stage ?? model.Stages.LastOrDefault()?.Stage ?? throw new InputException($"{model.Name} is in no stage: there is nothing to roll back.");
        if (model.InStage(chosen) is not { } present)
            throw new InputException($"{model.Name} has no version in {QuotedText.Of(chosen)}; it has {StageRules.Holding(model)}.");
        if (present.Version == version)
            return new Rollback(chosen, null, present.Version, $"{model.Name} {version} is in {chosen}: nothing is left to do");
        if (version is null && present.Kind == StageEventKind.RolledBack)
            return new Rollback(chosen, null, present.Version, $"{chosen} was rolled back from {model.Name} {present.From} to {present.Version} already, {RegistryListing.TimeOf(present.When)}; to go further back, name the version with --release-version");
        return new Rollback(chosen, present.Version, version is { } wanted ? Expect(model, chosen, wanted) : LastGood(model, chosen, present.Version));
    }

    /// <summary>What is left to do; <see langword="null"/> where it is done.</summary>
    /// <exception cref="InputException">Somebody else changed the stage.</exception>
    public StageStep? Decide(RegisteredModel model)
    {
        StageRules.ExpectUsable(model);
        var present = model.InStage(Stage)?.Version;
        if (From is null || present == To)
            return null;
        if (present != From)
            throw new InputException($"Somebody else changed {Stage} of {model.Name} at the same time: it has {present?.ToString() ?? "no version"} now. Look at it, then run it again.");
        return new StageStep
        {
            Tag = new RegistryTag(RegistryTagKind.Stage, model.Name, null, Stage),
            Action = TagMessage.Rollback,
            Version = StageRules.ExpectPublished(model, To),
            From = From,
            Sentence = $"{Stage} of {model.Name} is rolled back from {From} to {To}",
        };
    }

    /// <summary>The last version that was in a stage before another and may come back; <see langword="null"/> where there is none.</summary>
    public static SemanticVersion? FindLastGood(RegisteredModel model, string stage, SemanticVersion present) =>
        Earlier(model, stage, present).Where(version => Fault(model, stage, version) is null).Select(version => (SemanticVersion?)version).FirstOrDefault();

    private static SemanticVersion LastGood(RegisteredModel model, string stage, SemanticVersion present)
    {
        if (FindLastGood(model, stage, present) is { } found)
            return found;
        var earlier = Earlier(model, stage, present);
        var why = earlier.Length == 0 ? "no other version was there before" : string.Join("; ", earlier.Select(version => Fault(model, stage, version)));
        throw new InputException($"{stage} of {model.Name} has nothing to go back to from {present}: {why}.");
    }

    private static SemanticVersion[] Earlier(RegisteredModel model, string stage, SemanticVersion present) =>
        [.. model.Entries(stage).Reverse().Select(change => change.Version).Distinct().Where(version => version != present)];

    private static SemanticVersion Expect(RegisteredModel model, string stage, SemanticVersion wanted) =>
        Fault(model, stage, wanted) is { } fault ? throw new InputException($"{stage} of {model.Name} cannot go back to {wanted}: {fault}.") : wanted;

    private static string? Fault(RegisteredModel model, string stage, SemanticVersion version)
    {
        if (model.Find(version)?.State != VersionState.Published)
            return $"{version} is {(model.Find(version)?.State == VersionState.Retired ? "retired" : "not published")}";
        if (model.RolledBackFrom(version, stage) is { } rollback)
            return $"{stage} was rolled back from {version}{StageRules.Because(rollback)}";
        return model.Proved(version, stage) ? null : $"{version} was never there";
    }
}
