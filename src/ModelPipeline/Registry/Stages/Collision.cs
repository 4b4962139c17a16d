using ModelPipeline.Registry.Listing;

namespace ModelPipeline.Registry.Stages;

/// <summary>Two changes of a model that took the same number, because their tags' names differ: neither knew of the other, and together they may break the rules.</summary>
internal static class Collision
{
    /// <summary>The next thing to undo; <see langword="null"/> where the rules are kept. Whichever of the two finds it undoes it: both come to the same tag.</summary>
    /// <param name="model">The model, read after both.</param>
    /// <param name="number">Their number.</param>
    public static StageStep? Undo(RegisteredModel model, int number)
    {
        foreach (var change in model.History.Where(change => change.Number == number && change.Kind != StageEventKind.Left && IsLast(model, change)))
        {
            if (Fault(model, change) is not { } fault)
                continue;
            var back = model.IsRetired ? null : Rollback.FindLastGood(model, change.Stage, change.Version);
            return new StageStep
            {
                Tag = new RegistryTag(back is null ? RegistryTagKind.StageLeft : RegistryTagKind.Stage, model.Name, null, change.Stage),
                Action = back is null ? TagMessage.Leave : TagMessage.Rollback,
                Version = model.Find(back ?? change.Version)!,
                From = change.Version,
                Sentence = $"{model.Name} {change.Version} leaves {change.Stage}{(back is null ? "" : $", which goes back to {back}")}, since at the same time {fault}",
            };
        }

        return null;
    }

    /// <summary>Whether nothing happened to a stage since a change.</summary>
    public static bool IsLast(RegisteredModel model, StageEvent change) => model.History.Last(other => other.Stage == change.Stage) == change;

    private static string? Fault(RegisteredModel model, StageEvent change)
    {
        if (model.IsRetired)
            return "the model was retired";
        if (model.Find(change.Version)!.State == VersionState.Retired)
            return "that version was retired";
        var before = model.StageOrder.TakeWhile(stage => stage != change.Stage).LastOrDefault();
        return change.Kind == StageEventKind.Promoted && before is not null && model.RolledBackFrom(change.Version, before) is not null
            ? $"{before} was rolled back from it"
            : null;
    }
}
