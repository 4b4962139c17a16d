using System.Globalization;
using ModelPipeline.Evidence;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>What the step says of how a release ended.</summary>
internal static class ReleaseFindings
{
    /// <summary>A check for each part of the plan: what came true, what failed, what is left to do.</summary>
    public static IReadOnlyList<Check> Checks(ReleasePlan plan, ReleaseResult result)
    {
        var parts = Parts(plan, result.State);
        var failed = result.Reason is null ? null : result.Check ?? parts.FirstOrDefault(part => !part.IsTrue).Name ?? PublishingChecks.Published;
        var left = parts.Where(part => !part.IsTrue).Select(part => part.Name);
        return
        [
            .. parts.Select(part => part.Name == failed
                ? new Check { Name = part.Name, Status = Status.Error, Reason = result.Reason!, Hint = $"left to do: {string.Join(", ", left)}; once the cause is mended, run the target Release again: it goes on from what is there" }
                : part.IsTrue
                    ? new Check { Name = part.Name, Status = Status.Passed, Reason = part.Reason }
                    : new Check { Name = part.Name, Status = Status.NotRun, Reason = $"{part.Name} is left to do" }),
        ];
    }

    /// <summary>One sentence on a release that is done.</summary>
    public static string Summary(ReleasePlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"{plan.Model} {plan.Version} is released: {plan.Assets.Count} assets, image {plan.Image.Digest}{(plan.Image.Reference is null ? " (not pushed: the spec names no place)" : "")}");

    /// <summary>What is known of the release, by name.</summary>
    public static Dictionary<string, string> Facts(ReleasePlan plan, ReleaseState? state)
    {
        var facts = new Dictionary<string, string>
        {
            ["version"] = plan.Version,
            ["tag"] = plan.Tag,
            ["head"] = plan.Head,
            ["pull_request"] = plan.PullRequest.ToString(CultureInfo.InvariantCulture),
            ["image"] = plan.Image.Digest.ToString(),
        };
        if (plan.Image.Reference is { } reference)
            facts["image_reference"] = reference;
        if (state?.Request?.MergeCommit is { } commit)
            facts["commit"] = commit;
        if (state?.Page is { } page)
            facts["page"] = page.Page;
        return facts;
    }

    private static IReadOnlyList<(string Name, bool IsTrue, string Reason)> Parts(ReleasePlan plan, ReleaseState? state)
    {
        var progress = state is null ? null : new ReleaseProgress(plan, state);
        return
        [
            (PublishingChecks.Merged, progress is { IsMerged: true }, $"pull request #{plan.PullRequest} is merged at the judged head as {progress?.Commit}"),
            (PublishingChecks.Tag, progress is { IsTagged: true }, $"{plan.Tag} is at {progress?.Commit}"),
            (PublishingChecks.Assets, progress is { HasAssets: true }, $"all {plan.Assets.Count} files have the planned digests"),
            (PublishingChecks.Image, progress is { HasImage: true }, plan.Image.Reference is { } reference ? $"{reference} is {plan.Image.Digest}" : "the spec names no place for the image: it is not pushed, its archive is among the files"),
            (PublishingChecks.Published, progress is { IsPublished: true }, $"{plan.Tag} is public: {state?.Page?.Page}"),
        ];
    }
}
