using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.PullRequests;

/// <summary>When heads of pull requests arrived, by the server's clock alone: a commit's own dates are whatever its author writes.</summary>
/// <param name="repository">The repository.</param>
internal sealed class HeadArrivals(HostedRepository repository)
{
    private const string ForcePush = "head_ref_force_pushed";

    /// <inheritdoc cref="IPullRequests.ArrivalAsync"/>
    public async Task<HeadArrival> ReadAsync(PullRequest request, CancellationToken cancellation)
    {
        var push = await PushAsync(request, cancellation);
        return new HeadArrival(
            await LastForcePushAsync(request.Number, cancellation),
            await FirstSeenAsync(request.Head, cancellation),
            push?.Timestamp,
            Accounts.Of(push?.Actor));
    }

    private async Task<DateTimeOffset?> LastForcePushAsync(int number, CancellationToken cancellation)
    {
        var path = repository.At(FormattableString.Invariant($"issues/{number}/timeline"));
        var pushes = (await repository.ListAsync(path, GitHubJson.Default.EventKindList, cancellation)).Where(happened => happened.Event == ForcePush).ToList();
        return pushes.Any(push => push.CreatedAt is null)
            ? throw new RemoteException(FormattableString.Invariant($"GitHub does not say when the pull request {number} was force-pushed. Run it again."))
            : pushes.Max(push => push.CreatedAt);
    }

    private async Task<DateTimeOffset?> FirstSeenAsync(string head, CancellationToken cancellation)
    {
        var commit = repository.At($"commits/{UrlPath.Segment(head)}");
        var suites = await repository.ListAsync($"{commit}/check-suites", GitHubJson.Default.CheckSuiteList, page => page.CheckSuites, page => page.TotalCount, cancellation);
        var statuses = await repository.ListAsync($"{commit}/statuses", GitHubJson.Default.StatusList, cancellation);
        return suites.Select(suite => suite.CreatedAt).Concat(statuses.Select(status => (DateTimeOffset?)status.CreatedAt)).Min();
    }

    /// <summary>The newest push that made the head; <see langword="null"/> where the fork is gone or its pushes cannot be read.</summary>
    private async Task<ActivityDocument?> PushAsync(PullRequest request, CancellationToken cancellation)
    {
        if (request.HeadRepository is not { } head)
            return null;
        var reference = $"refs/heads/{request.HeadBranch}";
        var path = $"repos/{UrlPath.Segments(head)}/activity?direction=desc&ref={UrlPath.Segment(reference)}";
        await foreach (var page in repository.PagesAsync(path, [403, 404], cancellation))
        {
            if (page.Status is 403 or 404)
                return null;
            if (page.Read(GitHubJson.Default.ActivityList).FirstOrDefault(push => push.After == request.Head && push.Ref == reference) is { } push)
                return push;
        }

        return null;
    }
}
