using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.PullRequests;

/// <summary>When heads of pull requests arrived, by the server's clock alone: a commit's own dates are whatever its author writes.</summary>
/// <param name="repository">The repository.</param>
internal sealed class HeadArrivals(HostedRepository repository)
{
    private const string NoCommit = "0000000000000000000000000000000000000000";
    private static readonly IReadOnlyList<string> ForcePushes = ["head_ref_force_pushed"];
    private static readonly IReadOnlyList<string> Retargets = ["base_ref_changed", "automatic_base_change_succeeded"];

    /// <inheritdoc cref="IPullRequests.ArrivalAsync"/>
    public async Task<HeadArrival> ReadAsync(PullRequest request, CancellationToken cancellation)
    {
        var pushes = await PushesAsync(request, cancellation);
        var events = await repository.ListAsync(repository.At(FormattableString.Invariant($"issues/{request.Number}/timeline")), GitHubJson.Default.EventKindList, cancellation);
        return new HeadArrival(
            Last(request, events, ForcePushes),
            Last(request, events, Retargets),
            await FirstSeenAsync(request.Head, cancellation),
            pushes.FirstOrDefault()?.Timestamp,
            [.. pushes.Select(push => Accounts.Of(push.Actor)).Distinct()]);
    }

    private static DateTimeOffset? Last(PullRequest request, IEnumerable<EventKind> events, IReadOnlyList<string> kinds)
    {
        var happened = events.Where(each => kinds.Contains(each.Event)).ToList();
        return happened.Any(each => each.CreatedAt is null)
            ? throw new RemoteException(FormattableString.Invariant($"GitHub does not say when the event {happened[0].Event} of the pull request {request.Number} was. Run it again."))
            : happened.Max(each => each.CreatedAt);
    }

    private async Task<DateTimeOffset?> FirstSeenAsync(string head, CancellationToken cancellation)
    {
        var commit = repository.At($"commits/{UrlPath.Segment(head)}");
        var suites = await repository.ListAsync($"{commit}/check-suites", GitHubJson.Default.CheckSuiteList, page => page.CheckSuites, page => page.TotalCount, cancellation);
        var statuses = await repository.ListAsync($"{commit}/statuses", GitHubJson.Default.StatusList, cancellation);
        return suites.Select(suite => suite.CreatedAt).Concat(statuses.Select(status => (DateTimeOffset?)status.CreatedAt)).Min();
    }

    /// <summary>The pushes of the branch up to the one that made the head, that one first; none where the fork is gone or its pushes cannot be read.</summary>
    private async Task<IReadOnlyList<ActivityDocument>> PushesAsync(PullRequest request, CancellationToken cancellation)
    {
        if (request.HeadRepository is not { } head)
            return [];
        var reference = $"refs/heads/{request.HeadBranch}";
        var path = $"repos/{UrlPath.Segments(head)}/activity?direction=desc&ref={UrlPath.Segment(reference)}";
        var pushes = new List<ActivityDocument>();
        await foreach (var page in repository.PagesAsync(path, [403, 404], cancellation))
        {
            if (page.Status is 403 or 404)
                return [];
            pushes.AddRange(page.Read(GitHubJson.Default.ActivityList).Where(push => push.Ref == reference && push.After != NoCommit));
        }

        return [.. pushes.SkipWhile(push => push.After != request.Head)];
    }
}
