using System.Globalization;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Decides from a plan and what is there the one thing to do next. Any number of releasers that follow it end in one release.</summary>
internal static class ReleaseDecision
{
    /// <summary>The next action.</summary>
    /// <remarks>Bytes are removed only after they are elsewhere: a superfluous draft may hold the only copy of an asset.</remarks>
    public static NextAction Next(ReleasePlan plan, ReleaseState state)
    {
        var progress = new ReleaseProgress(plan, state);
        return ReleaseConflicts.Find(plan, state) switch
        {
            { } conflict => conflict,
            _ when !progress.IsMerged => new NextAction.Merge(),
            _ when !progress.IsTagged => new NextAction.CreateTag(),
            _ when state.Page is not { } page => new NextAction.CreateDraft(),
            _ => OfAssets(plan, state, state.Page) ?? OfDraft(plan, state.Page) ?? OfRest(state, progress, state.Page),
        };
    }

    private static NextAction? OfAssets(ReleasePlan plan, ReleaseState state, ReleasePage page)
    {
        var missing = plan.Assets.Where(asset => !ReleaseProgress.Holds(page, asset)).ToList();
        if (missing.FirstOrDefault(asset => page.Assets.All(found => found.Name != asset.Name)) is { } absent)
            return new NextAction.UploadAsset(page, absent);
        var waited = new List<string>();
        foreach (var found in page.Assets.Where(asset => missing.Any(planned => planned.Name == asset.Name)))
        {
            if (found.IsUploaded && missing.Any(planned => planned.Digest == found.Digest))
                return new NextAction.Stop(PublishingChecks.Assets, string.Create(CultureInfo.InvariantCulture, $"{found.Name} has the approved digest and {found.Bytes} bytes, which release.json says otherwise: propose the next version"));
            if (found.IsUploaded || state.Remnants.Contains(found.Id))
                return new NextAction.DeleteAsset(found.Id, found.Name);
            waited.Add(found.Name);
        }

        if (waited.Count > 0)
            return new NextAction.Wait($"another run is uploading {string.Join(", ", waited)}");
        return page.Assets.FirstOrDefault(asset => plan.Assets.All(planned => planned.Name != asset.Name)) is { } odd
            ? new NextAction.DeleteAsset(odd.Id, odd.Name)
            : null;
    }

    private static NextAction.UpdateDraft? OfDraft(ReleasePlan plan, ReleasePage page) =>
        page.IsDraft && (page.Title != plan.Title || !Words(page.Body).SequenceEqual(Words(plan.Notes)))
            ? new NextAction.UpdateDraft(page.Id)
            : null;

    /// <summary>A text without its blanks and line ends, which hosts change.</summary>
    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static NextAction OfRest(ReleaseState state, ReleaseProgress progress, ReleasePage page)
    {
        if (state.Duplicates.FirstOrDefault() is { } duplicate)
            return new NextAction.DeleteDuplicateDraft(duplicate.Id);
        if (!progress.HasImage)
            return new NextAction.PushImage();
        if (page.IsDraft)
            return new NextAction.Publish(page.Id);
        return state.Artifacts is [var artifacts, ..] ? new NextAction.DeleteArtifacts(artifacts) : new NextAction.Done();
    }
}
