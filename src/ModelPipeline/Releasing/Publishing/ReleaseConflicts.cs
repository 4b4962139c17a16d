using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Finds what contradicts a plan and may not be changed: it stops a release, best before the merge.</summary>
internal static class ReleaseConflicts
{
    /// <summary>The first contradiction; <see langword="null"/> where there is none.</summary>
    public static NextAction.Stop? Find(ReleasePlan plan, ReleaseState state) =>
        OfRequest(plan, state) ?? OfTag(plan, state) ?? OfPages(plan, state) ?? OfImage(plan, state);

    private static NextAction.Stop? OfRequest(ReleasePlan plan, ReleaseState state) => state.Request switch
    {
        null => Merged($"pull request #{plan.PullRequest} is not there any more"),
        { Head: var head } when head != plan.Head => Merged($"the head of pull request #{plan.PullRequest} is {head}, judged was {plan.Head}: run the target GateRelease on the new head"),
        { MergeCommit: { } commit } when !state.IsMergedAsJudged => Merged($"the merge commit {commit} has not the files that were judged: propose the version after {plan.Version}"),
        { MergeCommit: null, IsOpen: false } => Merged($"pull request #{plan.PullRequest} is closed and not merged: reopen it, or propose the release again"),
        _ => null,
    };

    private static NextAction.Stop? OfTag(ReleasePlan plan, ReleaseState state) => (state.Tag, state.Request?.MergeCommit) switch
    {
        (null, _) => state.IsTagTaken ? new(PublishingChecks.Tag, $"there is a tag {plan.Tag} already that is no annotated tag of a commit: the version is spent, propose the next one") : null,
        (_, null) => new(PublishingChecks.Tag, $"the tag {plan.Tag} is there before pull request #{plan.PullRequest} is merged: the version is spent, propose the next one"),
        var (tag, commit) when tag.Commit != commit => new(PublishingChecks.Tag, $"the tag {plan.Tag} is at {tag.Commit}, the release is {commit}: a tag is never moved, propose the next version"),
        var (tag, _) when Trailers(plan.TagMessage).Except(Trailers(tag.Message)).ToList() is { Count: > 0 } absent =>
            new(PublishingChecks.Tag, $"the tag {plan.Tag} was not made for this release: it does not say '{string.Join("', '", absent)}'. A tag is never moved, propose the next version"),
        _ => null,
    };

    /// <summary>What a tag's message says of the bytes that were released. The pull request's address is left out: it changes with the repository's name.</summary>
    private static IEnumerable<string> Trailers(string message) =>
        message.Split('\n').Select(line => line.Trim()).Where(line => line.StartsWith("Bundle: ", StringComparison.Ordinal) || line.StartsWith("Image: ", StringComparison.Ordinal) || line.StartsWith("Judged-Head: ", StringComparison.Ordinal));

    private static NextAction.Stop? OfPages(ReleasePlan plan, ReleaseState state)
    {
        var published = state.Pages.Where(page => !page.IsDraft).ToList();
        if (published.Count > 1)
            return Pages($"there are {published.Count} published releases of {plan.Tag}: {List(published)}. Remove all but the right one");
        if (state.Pages.Where(page => page.IsDraft && !DraftMarker.IsIn(page)).ToList() is { Count: > 0 } foreign)
            return Pages($"there is a draft of {plan.Tag} that the pipeline did not make: {List(foreign)}. Remove it, or give it another tag");
        if (published is [var page] && state.Request!.MergeCommit is null)
            return Pages($"{plan.Tag} is published before pull request #{plan.PullRequest} is merged ({page.Page}): the version is spent, propose the next one");
        return published is [var found] && !new ReleaseProgress(plan, state).HasAssets
            ? Pages($"{plan.Tag} is published with other files than those that were approved ({Difference(plan, found)}; {found.Page}): the version is spent, propose the next one")
            : null;
    }

    private static NextAction.Stop? OfImage(ReleasePlan plan, ReleaseState state) => state.Image is { } found && found != plan.Image.Digest
        ? new(PublishingChecks.Image, $"{plan.Image.Reference} is {found}, approved was {plan.Image.Digest}: an image's tag is never moved, propose the next version")
        : null;

    private static string Difference(ReleasePlan plan, ReleasePage page) => string.Join(", ",
    [
        .. plan.Assets.Where(asset => !ReleaseProgress.Holds(page, asset)).Select(asset => $"{asset.Name} is absent or different"),
        .. page.Assets.Where(asset => plan.Assets.All(planned => planned.Name != asset.Name)).Select(asset => $"{QuotedText.Escape(asset.Name)} was not planned"),
    ]);

    private static string List(IEnumerable<ReleasePage> pages) => string.Join(", ", pages.Select(page => page.Page));

    private static NextAction.Stop Merged(string reason) => new(PublishingChecks.Merged, reason);

    private static NextAction.Stop Pages(string reason) => new(PublishingChecks.Published, reason);
}
