namespace Shared.GitHub.Views;

/// <summary>Check suites, check runs and statuses as the API shows them.</summary>
internal static class CheckViews
{
    public static object Suite(GitHubRepository repository, GitHubCheckSuite suite)
    {
        var runs = repository.CheckRuns.Where(run => run.Suite == suite).ToList();
        var isDone = runs.Count > 0 && runs.All(run => run.Status == "completed");
        return new
        {
            id = suite.Id,
            node_id = Times.Node("CS", suite.Id),
            head_branch = suite.Branch,
            head_sha = suite.Commit,
            status = isDone ? "completed" : runs.Count > 0 ? "in_progress" : "queued",
            conclusion = !isDone ? null : runs.All(run => run.Conclusion is "success" or "neutral" or "skipped") ? "success" : "failure",
            url = repository.Url($"check-suites/{suite.Id}"),
            before = suite.Before,
            after = suite.Commit,
            pull_requests = Array.Empty<object>(),
            app = AccountViews.Of(repository.GitHub, suite.App),
            repository = RepositoryViews.Of(repository),
            created_at = suite.Created.Iso(),
            updated_at = suite.Created.Iso(),
            latest_check_runs_count = runs.Count,
            check_runs_url = repository.Url($"check-suites/{suite.Id}/check-runs"),
        };
    }

    public static object Run(GitHubRepository repository, GitHubCheckRun run) => new
    {
        id = run.Id,
        head_sha = run.Suite.Commit,
        node_id = Times.Node("CR", run.Id),
        external_id = run.ExternalId ?? "",
        url = repository.Url($"check-runs/{run.Id}"),
        html_url = repository.Page($"runs/{run.Id}"),
        details_url = run.DetailsUrl,
        status = run.Status,
        conclusion = run.Conclusion,
        started_at = run.Started.Iso(),
        completed_at = run.Completed.Iso(),
        output = new
        {
            title = run.Title,
            summary = run.Summary,
            text = run.Text,
            annotations_count = run.Annotations.Count,
            annotations_url = repository.Url($"check-runs/{run.Id}/annotations"),
        },
        name = run.Name,
        check_suite = new { id = run.Suite.Id },
        app = AccountViews.Of(repository.GitHub, run.Suite.App),
        pull_requests = Array.Empty<object>(),
    };

    public static object Status(GitHubRepository repository, GitHubStatus status) => new
    {
        url = repository.Url($"statuses/{status.Commit}"),
        id = status.Id,
        node_id = Times.Node("S", status.Id),
        state = status.State,
        description = status.Description,
        target_url = status.TargetUrl,
        context = status.Context,
        created_at = status.Created.Iso(),
        updated_at = status.Created.Iso(),
        creator = AccountViews.Of(repository.GitHub, status.Creator),
    };
}
