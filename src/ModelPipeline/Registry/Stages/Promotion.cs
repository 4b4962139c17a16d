using ModelPipeline.Registry.Listing;

namespace ModelPipeline.Registry.Stages;

/// <summary>The rules of promoting: a version enters a stage only after it was in the one before.</summary>
/// <param name="Version">The version.</param>
/// <param name="Stage">The stage.</param>
/// <param name="Unnamed">The stages that the version must not have been rolled back from; none where somebody named both version and stage.</param>
internal sealed record Promotion(SemanticVersion Version, string Stage, IReadOnlyList<string> Unnamed)
{
    /// <summary>What is to be promoted where.</summary>
    /// <param name="model">The model.</param>
    /// <param name="version">The version; <see langword="null"/> for the newest that is published.</param>
    /// <param name="stage">The stage; <see langword="null"/> for the one after the last that the version is in, or the last stage where it is there.</param>
    /// <exception cref="InputException">That is not clear.</exception>
    public static Promotion Of(RegisteredModel model, SemanticVersion? version, string? stage)
    {
        StageRules.ExpectUsable(model);
        var chosen = version ?? model.Newest?.Version ?? throw new InputException($"{model.Name} has no published version to promote: {StageRules.Unpublished(model)}.");
        if (stage is not null && !model.StageOrder.Contains(stage))
            throw new InputException($"{NearestName.Unknown("stage", stage, [.. model.StageOrder])}. The stages are those of release.stages in {model.Folder}/model.yaml.");
        return stage is null
            ? new Promotion(chosen, Next(model, chosen), model.StageOrder)
            : new Promotion(chosen, stage, version is null ? [stage] : []);
    }

    /// <summary>What is left to do; <see langword="null"/> where the version is in the stage.</summary>
    /// <exception cref="InputException">The version may not enter the stage.</exception>
    public StageStep? Decide(RegisteredModel model)
    {
        StageRules.ExpectUsable(model);
        ExpectNotRolledBack(model);
        var present = model.InStage(Stage);
        if (present?.Version == Version)
            return null;
        var version = StageRules.ExpectPublished(model, Version);
        if (Objection(model, present) is { } objection)
            throw new InputException($"{model.Name} {Version} may not enter {Stage}: {objection}.");
        return new StageStep
        {
            Tag = new RegistryTag(RegistryTagKind.Stage, model.Name, null, Stage),
            Action = TagMessage.Promote,
            Version = version,
            From = present?.Version,
            Sentence = $"{model.Name} {Version} is promoted to {Stage}",
        };
    }

    private string? Objection(RegisteredModel model, StageEvent? present)
    {
        if (present is not null && Version < present.Version)
            return $"it is older than {present.Version}, which is there: use Rollback";
        foreach (var before in model.StageOrder.TakeWhile(stage => stage != Stage).TakeLast(1).Where(before => !model.Proved(Version, before)))
        {
            return model.RolledBackFrom(Version, before) is { } rollback
                ? $"{before} was rolled back from it{StageRules.Because(rollback)}"
                : $"it was never in {before}: promote it there first";
        }

        return null;
    }

    private static string Next(RegisteredModel model, SemanticVersion version)
    {
        var reached = model.StageOrder.ToList().FindLastIndex(stage => model.InStage(stage)?.Version == version);
        return model.StageOrder[Math.Min(reached + 1, model.StageOrder.Count - 1)];
    }

    /// <summary>What was rolled back from is promoted again only by somebody who names both version and stage.</summary>
    private void ExpectNotRolledBack(RegisteredModel model)
    {
        foreach (var stage in Unnamed)
        {
            if (model.RolledBackFrom(Version, stage) is { } rollback)
                throw new InputException($"{model.Name} {Version} was rolled back from {stage}{StageRules.Because(rollback)}: to promote it there again, name it with --release-version and --stage.");
        }
    }
}
