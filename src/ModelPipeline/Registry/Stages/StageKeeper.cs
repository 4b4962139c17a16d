using System.Globalization;
using ModelPipeline.Git;
using ModelPipeline.Registry.Listing;
using ModelPipeline.Releasing;

namespace ModelPipeline.Registry.Stages;

/// <summary>
/// Changes what is in a model's stages, by tags alone. Several may do so at once: each change takes the model's next number by making the tag that bears it,
/// and whoever comes second reads and decides again. Each may be repeated: what is done already is left as it is.
/// </summary>
/// <param name="place">Where releases are recorded and published.</param>
/// <param name="modelsFolder">The folder in the repository that holds the models' folders, for example <c>models</c>.</param>
public sealed class StageKeeper(ReleasePlace place, string modelsFolder)
{
    private const int MostTries = 20;

    /// <summary>Lets a version enter a stage, then starts the deployment.</summary>
    /// <param name="name">The model.</param>
    /// <param name="version">The version; <see langword="null"/> for the newest that is published.</param>
    /// <param name="stage">The stage; <see langword="null"/> for the one after the last that the version is in.</param>
    /// <param name="reason">Why; may be <see langword="null"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The version may not enter the stage; the message says what is missing.</exception>
    /// <exception cref="RemoteException">The repository or the host cannot be read or changed.</exception>
    public async Task<StageChange> PromoteAsync(string name, SemanticVersion? version, string? stage, string? reason, CancellationToken cancellation)
    {
        var promotion = Promotion.Of((await ReadAsync(cancellation).ConfigureAwait(false)).Find(name), version, stage);
        var done = $"{name} {promotion.Version} is in {promotion.Stage} already";
        return await ChangeAsync(name, promotion.Stage, (model, _) => Task.FromResult(promotion.Decide(model)), reason, done, cancellation).ConfigureAwait(false);
    }

    /// <summary>Brings the last good version of a stage back, then starts the deployment.</summary>
    /// <param name="name">The model.</param>
    /// <param name="version">The version to go back to; <see langword="null"/> for the last one that was in the stage before and was not itself rolled back from.</param>
    /// <param name="stage">The stage; <see langword="null"/> for the last one that holds a version.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">There is no reason, or nothing to go back to.</exception>
    /// <exception cref="RemoteException">The repository or the host cannot be read or changed.</exception>
    public async Task<StageChange> RollbackAsync(string name, SemanticVersion? version, string? stage, string? reason, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(reason))
            throw new InputException($"A rollback needs its reason: say with --reason why {QuotedText.Of(name)} goes back.");
        var rollback = Rollback.Of((await ReadAsync(cancellation).ConfigureAwait(false)).Find(name), stage, version);
        var done = rollback.From is null ? rollback.Nothing : $"{rollback.Stage} of {name} is back at {rollback.To} already";
        return await ChangeAsync(name, rollback.Stage, (model, _) => Task.FromResult(rollback.Decide(model)), reason, done, cancellation).ConfigureAwait(false);
    }

    /// <summary>Retires a model, which then leaves all its stages, or one version, which must be in none.</summary>
    /// <param name="name">The model.</param>
    /// <param name="version">The version; <see langword="null"/> for the whole model.</param>
    /// <param name="reason">Why; may be <see langword="null"/>.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">Another model reads its output, or the version is in a stage.</exception>
    /// <exception cref="RemoteException">The repository cannot be read or changed.</exception>
    public Task<StageChange> RetireAsync(string name, SemanticVersion? version, string? reason, CancellationToken cancellation)
    {
        var retirement = new Retirement(version);
        var dependents = new Dependents(place.Git);
        return ChangeAsync(
            name,
            stage: null,
            async (model, registry) => retirement.Decide(model, model.IsRetired ? [] : await dependents.OfAsync(name, registry, cancellation).ConfigureAwait(false)),
            reason,
            version is null ? $"{name} is retired already" : $"{name} {version} is retired already",
            cancellation);
    }

    private Task<ModelRegistry> ReadAsync(CancellationToken cancellation) => ModelRegistry.ReadAsync(place.Git, modelsFolder, cancellation);

    /// <summary>Does what is left to do, one tag after the other. Where nothing is left, the deployment is started again: who did it may have been stopped before.</summary>
    private async Task<StageChange> ChangeAsync(
        string name, string? stage, Func<RegisteredModel, ModelRegistry, Task<StageStep?>> decide, string? reason, string done, CancellationToken cancellation)
    {
        var made = new List<string>();
        var remarks = new List<string>();
        var taken = 0;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var registry = await ReadAsync(cancellation).ConfigureAwait(false);
            var model = registry.Find(name);
            if (await decide(model, registry).ConfigureAwait(false) is not { } step)
            {
                if (made.Count == 0 && stage is not null && model.InStage(stage) is { } present)
                    remarks.AddRange(await DeployAsync(RegistryTag.Parse(present.Tag)!, present.Version, done, registry.Branch, cancellation).ConfigureAwait(false));
                return new StageChange(name, done, made, remarks);
            }

            // A number that is taken without being seen belongs to a tag that is not annotated: it is passed over.
            taken = Math.Max(model.NextNumber, taken + 1);
            var tag = NumberOf(step, taken);
            if (!await MakeAsync(model, step, tag, reason, cancellation).ConfigureAwait(false))
                continue;
            made.Add(tag.ToString());
            if (await AtOnceAsync(tag, cancellation).ConfigureAwait(false) is { Count: > 0 } others)
            {
                remarks.AddRange(others);
                remarks.AddRange(await SettleAsync(name, tag, step, cancellation).ConfigureAwait(false));
            }

            if (step.Tag.Kind == RegistryTagKind.Stage)
                remarks.AddRange(await DeployAsync(tag, step.Version.Version, step.Sentence, registry.Branch, cancellation).ConfigureAwait(false));
            if (step.Tag.Kind != RegistryTagKind.StageLeft)
                return new StageChange(name, step.Sentence, made, remarks);
        }

        throw Crowded(name);
    }

    /// <summary>Undoes what breaks the rules together with a change of the same number.</summary>
    /// <returns>What was undone of somebody else's, a sentence each.</returns>
    /// <exception cref="InputException">This change itself was undone, by whomever.</exception>
    private async Task<IReadOnlyList<string>> SettleAsync(string name, RegistryTag tag, StageStep step, CancellationToken cancellation)
    {
        var undone = new List<string>();
        var taken = tag.Number!.Value;
        for (var tries = 0; tries < MostTries; tries++)
        {
            var registry = await ReadAsync(cancellation).ConfigureAwait(false);
            var model = registry.Find(name);
            if (Collision.Undo(model, tag.Number.Value) is not { } undo)
            {
                return step.Tag.Kind != RegistryTagKind.Stage || model.History.Any(change => change.Tag == tag.ToString() && Collision.IsLast(model, change))
                    ? undone
                    : throw new InputException($"{step.Sentence} (tag {tag}) holds no more: {(undone.Count > 0 ? string.Join("; ", undone) : "somebody else changed the stage at the same time")}. Look at the model, then decide again.");
            }

            taken = Math.Max(model.NextNumber, taken + 1);
            var next = NumberOf(undo, taken);
            if (!await MakeAsync(model, undo, next, null, cancellation).ConfigureAwait(false))
                continue;
            undone.Add(undo.Sentence);
            if (undo.Tag.Kind == RegistryTagKind.Stage)
                undone.AddRange(await DeployAsync(next, undo.Version.Version, undo.Sentence, registry.Branch, cancellation).ConfigureAwait(false));
        }

        throw Crowded(name);
    }

    private async Task<IReadOnlyList<string>> DeployAsync(RegistryTag tag, SemanticVersion version, string done, string branch, CancellationToken cancellation) =>
        await new Deployment(place.Host).StartAsync(tag, version, done, branch, cancellation).ConfigureAwait(false) is { } remark ? [remark] : [];

    /// <exception cref="InputException">The numbers are used up.</exception>
    private static RegistryTag NumberOf(StageStep step, int number) => number <= RegistryTag.MostNumber
        ? step.Tag with { Number = number }
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"A tag of {step.Tag.Model} bears the number {RegistryTag.MostNumber}, the last that there is, so none can follow: remove that tag."));

    private static RemoteException Crowded(string name) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Others change {name} all the time: after {MostTries} tries no tag could be made. Run it again."));

    /// <summary>Makes the tag. Where the answer was lost it is looked up.</summary>
    private async Task<bool> MakeAsync(RegisteredModel model, StageStep step, RegistryTag tag, string? reason, CancellationToken cancellation)
    {
        var next = new NewGitTag(tag.ToString(), step.Version.Commit!, await MessageAsync(model, step, reason, cancellation).ConfigureAwait(false));
        try
        {
            return await place.Git.CreateTagAsync(next, cancellation).ConfigureAwait(false);
        }
        catch (RemoteException fault) when (fault.MayHaveHappened)
        {
            var found = await place.Git.TagsAsync(next.Name, cancellation).ConfigureAwait(false);
            return found.Any(other => other.Name == next.Name && other.Commit == next.Commit && other.Message.TrimEnd() == next.Message.TrimEnd());
        }
    }

    private async Task<string> MessageAsync(RegisteredModel model, StageStep step, string? reason, CancellationToken cancellation)
    {
        ReleaseFacts? facts = null;
        if (step.Tag.Kind == RegistryTagKind.Stage)
        {
            facts = await ReleaseFacts.ReadAsync(place.Git, model, step.Version, cancellation).ConfigureAwait(false);
            await facts.ExpectPageAsync(place, step.Version, cancellation).ConfigureAwait(false);
        }

        return TagMessage.Write(step.Sentence,
        [
            (TagMessage.Action, step.Action),
            (TagMessage.Model, model.Name),
            (TagMessage.Version, step.Version.Version.ToString()),
            (TagMessage.Stage, step.Tag.Stage),
            (TagMessage.From, step.From?.ToString()),
            (TagMessage.By, string.Join(", ", place.Actors.Select(actor => actor.Login))),
            (TagMessage.Reason, reason),
            (TagMessage.Bundle, facts?.Bundle.ToString()),
            (TagMessage.Release, facts?.Release.ToString()),
            (TagMessage.Published, step.Version.Tag),
            (TagMessage.PullRequest, step.Version.PullRequest),
            (TagMessage.JudgedHead, step.Version.JudgedHead),
        ]);
    }

    /// <summary>What somebody else did to the model under the same number: the two did not know of each other.</summary>
    private async Task<IReadOnlyList<string>> AtOnceAsync(RegistryTag tag, CancellationToken cancellation) =>
    [
        .. (await place.Git.TagsAsync(tag.Model, cancellation).ConfigureAwait(false))
            .Where(other => other.Name != tag.ToString() && RegistryTag.Parse(other.Name) is { } parsed && parsed.Model == tag.Model && parsed.Number == tag.Number)
            .Select(other => $"at the same time {other.Name} was made by {QuotedText.Escape(TagMessage.Trailers(other.Message).GetValueOrDefault(TagMessage.By) ?? other.Tagger)}: look at the model again"),
    ];
}
