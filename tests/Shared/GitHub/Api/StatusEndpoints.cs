using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Commit statuses.</summary>
internal static class StatusEndpoints
{
    public static void Map(Routes routes)
    {
        const string Repository = "repos/{owner}/{repo}";
        routes.Add("GET", Repository + "/commits/{ref*}/statuses", List);
        routes.Add("GET", Repository + "/commits/{ref*}/status", Combined);
        routes.Add("POST", Repository + "/statuses/{sha}", Create);
    }

    private static ApiAnswer List(ApiCall call) => call.Page(Of(call), status => CheckViews.Status(call.Repository, status));

    private static ApiAnswer Combined(ApiCall call)
    {
        var repository = call.Repository;
        var commit = call.Commit(call["ref"]);
        var latest = Of(call).DistinctBy(status => status.Context).ToList();
        var state = latest.Exists(status => status.State is "error" or "failure") ? "failure"
            : latest.Count == 0 || latest.Exists(status => status.State == "pending") ? "pending" : "success";
        return call.WholePage(latest, page => new
        {
            state,
            statuses = page.Select(status => CheckViews.Status(repository, status)).ToList(),
            sha = commit,
            total_count = latest.Count,
            repository = RepositoryViews.Of(repository),
            commit_url = repository.Url($"commits/{commit}"),
            url = repository.Url($"commits/{commit}/status"),
        });
    }

    private static ApiAnswer Create(ApiCall call)
    {
        var repository = call.Need("statuses", GitHubAccess.Write).Repository;
        var state = call.Required("state");
        if (state is not ("error" or "failure" or "pending" or "success"))
            throw ApiException.Invalid("Status", "state", "invalid");
        var status = repository.Status(
            call.Commit(call["sha"]), call.Text("context") ?? "default", state, call.Actor, call.Text("description"), call.Text("target_url"));
        return ApiAnswer.Created(CheckViews.Status(repository, status));
    }

    /// <summary>Newest first.</summary>
    private static List<GitHubStatus> Of(ApiCall call)
    {
        var commit = call.Need("statuses").Commit(call["ref"]);
        return [.. call.Repository.Statuses.Where(status => status.Commit == commit).Reverse()];
    }
}
