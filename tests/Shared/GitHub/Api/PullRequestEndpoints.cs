using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Pull requests: reading, opening, changing, merging.</summary>
internal static class PullRequestEndpoints
{
    private const int CommitLimit = 250;
    private const int FileLimit = 3000;

    public static void Map(Routes routes)
    {
        const string All = "repos/{owner}/{repo}/pulls";
        routes.Add("GET", All, List);
        routes.Add("POST", All, Open);
        routes.Add("GET", All + "/{number}", call => ApiAnswer.Ok(PullRequestViews.Whole(Find(call.Need("pulls")))));
        routes.Add("PATCH", All + "/{number}", Edit);
        routes.Add("GET", All + "/{number}/merge", call => Find(call).IsMerged ? ApiAnswer.Nothing() : throw ApiException.NotFound());
        routes.Add("PUT", All + "/{number}/merge", Merge);
        routes.Add("GET", All + "/{number}/commits", Commits);
        routes.Add("GET", All + "/{number}/files", Files);
    }

    public static GitHubPullRequest Find(ApiCall call, string name = "number")
    {
        var number = call.Number(name);
        return call.Repository.PullRequests.Find(request => request.Number == number) ?? throw ApiException.NotFound();
    }

    private static ApiAnswer List(ApiCall call)
    {
        var repository = call.Need("pulls").Repository;
        var state = call.Query("state") ?? "open";
        var head = call.Query("head");
        var @base = call.Query("base");
        var found = repository.PullRequests
            .Where(request => state == "all" || request.IsOpen == (state == "open"))
            .Where(request => head?.Contains(':') != true || string.Equals(head, $"{request.HeadRepository.Owner.Login}:{request.HeadBranch}", StringComparison.OrdinalIgnoreCase))
            .Where(request => @base is null || request.BaseBranch == @base);
        var isAscending = call.Query("direction") == "asc";
        return call.Page([.. isAscending ? found : found.Reverse()], request => PullRequestViews.Of(request));
    }

    private static ApiAnswer Open(ApiCall call)
    {
        var repository = call.Need("pulls").Repository;
        if (call.Token is not { App: null })
            call.Need("pulls", GitHubAccess.Write);
        var (head, @base) = (call.Required("head"), call.Required("base"));
        var from = repository;
        if (head.Split(':', 2) is [var owner, var branch])
        {
            from = call.GitHub.FindRepository(owner, repository.Name) ?? throw ApiException.Invalid("PullRequest", "head", "invalid");
            head = branch;
        }

        if (!from.Refs.ContainsKey("refs/heads/" + head))
            throw ApiException.Invalid("PullRequest", "head", "invalid");
        if (!repository.Refs.ContainsKey("refs/heads/" + @base))
            throw ApiException.Invalid("PullRequest", "base", "invalid");
        if (call.GitHub.OpenOfHead(from, head).Any(request => request.Repository == repository && request.BaseBranch == @base))
            throw Custom($"A pull request already exists for {from.Owner.Login}:{head}.");
        if (repository.History.IsAncestor(from.Tip(head), repository.Tip(@base)))
            throw Custom($"No commits between {@base} and {head}");
        var made = repository.OpenPullRequest(head, call.Actor, from, @base, call.Required("title"), call.Text("body"), call.Flag("draft") == true);
        return ApiAnswer.Created(PullRequestViews.Whole(made));
    }

    private static ApiAnswer Edit(ApiCall call)
    {
        var request = Find(call.Need("pulls"));
        if (call.Actor != request.Author || call.Token is { App: not null })
            call.Need("pulls", GitHubAccess.Write);
        request.Title = call.Text("title") ?? request.Title;
        request.Body = call.Text("body") ?? request.Body;
        if (call.Text("base") is { } branch && branch != request.BaseBranch)
            request.Retarget(branch, call.Actor);
        if (call.Text("state") == "closed" && request.IsOpen)
            request.Close(call.Actor);
        else if (call.Text("state") == "open" && !request.IsOpen && !request.IsMerged)
            request.Reopen(call.Actor);
        request.Updated = call.GitHub.Now;
        return ApiAnswer.Ok(PullRequestViews.Whole(request));
    }

    private static ApiAnswer Merge(ApiCall call)
    {
        var request = Find(call.Need("contents", GitHubAccess.Write));
        var method = call.Text("merge_method") ?? "merge";
        if (method is not ("merge" or "squash" or "rebase"))
            throw new ApiException(422, "Invalid request.\n\nmerge_method is not included in the list.");
        if (request.WhyNotMergeable(method) is { } reason)
            throw new ApiException(405, reason);
        if (call.Text("sha") is { } sha && sha != request.Head)
            throw new ApiException(409, "Head branch was modified. Review and try the merge again.");
        var commit = request.Merge(call.Actor, method, call.Text("commit_title"), call.Text("commit_message"));
        return ApiAnswer.Ok(new { sha = commit, merged = true, message = "Pull Request successfully merged" });
    }

    private static ApiAnswer Commits(ApiCall call)
    {
        var request = Find(call.Need("pulls"));
        return call.Page([.. request.Commits.Take(CommitLimit)], hash => CommitViews.Of(request.Repository, hash));
    }

    private static ApiAnswer Files(ApiCall call)
    {
        var request = Find(call.Need("pulls"));
        return call.Page([.. request.Changes.Take(FileLimit)], change => FileViews.Of(request.Repository, change, request.Head));
    }

    private static ApiException Custom(string message) => new(422, "Validation Failed", new { resource = "PullRequest", code = "custom", message });
}
