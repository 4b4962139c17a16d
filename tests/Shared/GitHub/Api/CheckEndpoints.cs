using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Check suites and check runs.</summary>
internal static class CheckEndpoints
{
    private const int MostAnnotations = 50;
    private const int LongestText = 65_535;

    public static void Map(Routes routes)
    {
        const string Repository = "repos/{owner}/{repo}";
        routes.Add("GET", Repository + "/commits/{ref*}/check-suites", Suites);
        routes.Add("GET", Repository + "/commits/{ref*}/check-runs", Runs);
        routes.Add("POST", Repository + "/check-runs", Create);
        routes.Add("GET", Repository + "/check-runs/{run}", call => ApiAnswer.Ok(CheckViews.Run(call.Repository, Find(call.Need("checks")))));
        routes.Add("PATCH", Repository + "/check-runs/{run}", Update);
        routes.Add("GET", Repository + "/check-runs/{run}/annotations", call => call.Page(Find(call.Need("checks")).Annotations, annotation => annotation));
    }

    private static ApiAnswer Suites(ApiCall call)
    {
        var repository = call.Need("checks").Repository;
        var commit = call.Commit(call["ref"]);
        var found = repository.CheckSuites.Where(suite => suite.Commit == commit && (call.Query("app_id") ?? $"{suite.App.Id}") == $"{suite.App.Id}").ToList();
        return call.WholePage(found, page => new { total_count = found.Count, check_suites = page.Select(suite => CheckViews.Suite(repository, suite)).ToList() });
    }

    /// <summary>Newest first; by default only the latest run of a name in a suite.</summary>
    private static ApiAnswer Runs(ApiCall call)
    {
        var repository = call.Need("checks").Repository;
        var commit = call.Commit(call["ref"]);
        var found = repository.CheckRuns.Where(run => run.Suite.Commit == commit).Reverse();
        if (call.Query("check_name") is { } name)
            found = found.Where(run => run.Name == name);
        if (call.Query("status") is { } status)
            found = found.Where(run => run.Status == status);
        if (call.Query("app_id") is { } app)
            found = found.Where(run => $"{run.Suite.App.Id}" == app);
        if (call.Query("filter") != "all")
            found = found.DistinctBy(run => (run.Suite, run.Name));
        var runs = found.ToList();
        return call.WholePage(runs, page => new { total_count = runs.Count, check_runs = page.Select(run => CheckViews.Run(repository, run)).ToList() });
    }

    private static ApiAnswer Create(ApiCall call)
    {
        var repository = NeedApp(call).Repository;
        var commit = repository.Resolve(call.Required("head_sha")) ?? throw new ApiException(422, "No commit found for SHA: " + call.Text("head_sha"));
        var name = call.Required("name");
        Validate(call);
        var run = repository.CheckRun(commit, name, null, call.Token!.App);
        run.Status = "queued";
        Apply(call, run);
        return ApiAnswer.Created(CheckViews.Run(repository, run));
    }

    private static ApiAnswer Update(ApiCall call)
    {
        var run = Find(NeedApp(call));
        if (run.Suite.App != call.Token!.App)
            throw new ApiException(403, "Invalid app_id `" + run.Suite.App.Id + "` - check run can only be modified by the GitHub App that created it.");
        Validate(call);
        Apply(call, run);
        return ApiAnswer.Ok(CheckViews.Run(call.Repository, run));
    }

    private static void Validate(ApiCall call)
    {
        if (call.Text("conclusion") is { } conclusion
            && conclusion is not ("action_required" or "cancelled" or "failure" or "neutral" or "success" or "skipped" or "timed_out"))
            throw ApiException.Invalid("CheckRun", "conclusion", "invalid");
        if (call.Text("status") is { } status && status is not ("queued" or "in_progress" or "completed"))
            throw ApiException.Invalid("CheckRun", "status", "invalid");
        if (call.Text("status") == "completed" && call.Text("conclusion") is null)
            throw ApiException.Invalid("CheckRun", "conclusion", "missing_field");
        if (call.Member("output") is not { } output)
            return;
        if (!output.TryGetProperty("summary", out var summary))
            throw ApiException.Invalid("CheckRun", "summary", "missing_field");
        if (summary.GetString()?.Length > LongestText)
            throw ApiException.Custom("CheckRun", "summary", $"summary exceeds a maximum bytesize of {LongestText}");
        if (output.TryGetProperty("annotations", out var annotations) && annotations.GetArrayLength() > MostAnnotations)
            throw new ApiException(422, $"Invalid request.\n\nNo more than {MostAnnotations} items are allowed; {annotations.GetArrayLength()} were supplied.");
    }

    /// <summary>Annotations add to those that are there.</summary>
    private static void Apply(ApiCall call, GitHubCheckRun run)
    {
        run.Name = call.Text("name") ?? run.Name;
        run.Status = call.Text("conclusion") is null ? call.Text("status") ?? run.Status : "completed";
        run.Conclusion = run.Status == "completed" ? call.Text("conclusion") ?? run.Conclusion : null;
        run.Completed = run.Status == "completed" ? call.Member("completed_at")?.GetDateTimeOffset() ?? call.GitHub.Now : null;
        run.Started = call.Member("started_at")?.GetDateTimeOffset() ?? run.Started;
        run.DetailsUrl = call.Text("details_url") ?? run.DetailsUrl;
        run.ExternalId = call.Text("external_id") ?? run.ExternalId;
        if (call.Member("output") is not { } output)
            return;
        run.Title = output.TryGetProperty("title", out var title) ? title.GetString() : run.Title;
        run.Summary = output.GetProperty("summary").GetString();
        run.Text = output.TryGetProperty("text", out var text) ? text.GetString() : run.Text;
        if (output.TryGetProperty("annotations", out var annotations))
            run.Annotations.AddRange(annotations.EnumerateArray());
    }

    /// <summary>Only apps write check runs, GitHub Actions among them.</summary>
    private static ApiCall NeedApp(ApiCall call) =>
        call.Actor is not null && call.Token!.App is null ? throw new ApiException(403, "You must authenticate via a GitHub App.") : call.Need("checks", GitHubAccess.Write);

    private static GitHubCheckRun Find(ApiCall call)
    {
        var id = call.Long("run");
        return call.Repository.CheckRuns.Find(run => run.Id == id) ?? throw ApiException.NotFound();
    }
}
