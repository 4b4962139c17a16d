using ModelPipeline.GitHub.Documents;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.PullRequests;

/// <summary>The check runs and statuses of commits.</summary>
/// <param name="repository">The repository.</param>
internal sealed class CheckResults(HostedRepository repository)
{
    /// <inheritdoc cref="IPullRequests.ChecksAsync"/>
    public async Task<IReadOnlyList<CheckResult>> ListAsync(string commit, CancellationToken cancellation)
    {
        var at = repository.At($"commits/{UrlPath.Segment(commit)}");
        var runs = await repository.ListAsync($"{at}/check-runs?filter=all", GitHubJson.Default.CheckRunList, page => page.CheckRuns, page => page.TotalCount, cancellation);
        var statuses = await repository.ListAsync($"{at}/statuses", GitHubJson.Default.StatusList, cancellation);
        return [.. runs.Select(Of), .. statuses.Select(Of)];
    }

    // One that has not started yet is newer than whatever has: it supersedes an earlier success.
    private static CheckResult Of(CheckRunDocument run) =>
        new(run.Id, run.Name, run.App?.Slug ?? string.Empty, false, run is { Status: "completed", Conclusion: { } conclusion } ? conclusion : run.Status, run.StartedAt ?? DateTimeOffset.MaxValue);

    private static CheckResult Of(StatusDocument status) =>
        new(status.Id, status.Context, status.Creator?.Login ?? string.Empty, true, status.State, status.CreatedAt);
}
