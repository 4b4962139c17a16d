using Shared.GitHub.Git;
using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Timelines and comments of pull requests, and what happened to branches.</summary>
internal static class TimelineEndpoints
{
    private const int LongestComment = 65_536;

    public static void Map(Routes routes)
    {
        const string Repository = "repos/{owner}/{repo}";
        routes.Add("GET", Repository + "/issues/{number}/timeline", Timeline);
        routes.Add("GET", Repository + "/issues/{number}/comments", Comments);
        routes.Add("POST", Repository + "/issues/{number}/comments", Comment);
        routes.Add("GET", Repository + "/issues/comments/{comment}", call => ApiAnswer.Ok(DiscussionViews.Comment(call.Repository, Find(call.Need("issues")))));
        routes.Add("PATCH", Repository + "/issues/comments/{comment}", Edit);
        routes.Add("DELETE", Repository + "/issues/comments/{comment}", Delete);
        routes.Add("GET", Repository + "/activity", Activity);
    }

    private static ApiAnswer Timeline(ApiCall call)
    {
        var repository = call.Need("issues").Repository;
        var request = PullRequestEndpoints.Find(call);
        var commits = request.Commits.Select(hash => (Time: repository.Objects.Read<GitCommit>(hash).Committer.When, View: Committed(repository, hash)));
        var reviews = request.Reviews.Where(review => review.Submitted is not null)
            .Select(review => (Time: review.Submitted!.Value, View: With(DiscussionViews.Review(request, review), "reviewed")));
        var comments = repository.Comments.Where(comment => comment.Issue == request.Number)
            .Select(comment => (Time: comment.Created, View: With(DiscussionViews.Comment(repository, comment), "commented")));
        var events = request.Events.Select(item => (Time: item.Created, View: DiscussionViews.Event(repository, item)));
        return call.Page([.. commits.Concat(reviews).Concat(comments).Concat(events).OrderBy(item => item.Time)], item => item.View);
    }

    private static Dictionary<string, object?> Committed(GitHubRepository repository, string hash)
    {
        var commit = repository.Objects.Read<GitCommit>(hash);
        return new()
        {
            ["sha"] = hash,
            ["node_id"] = Times.Node("C", hash),
            ["url"] = repository.Url($"git/commits/{hash}"),
            ["html_url"] = repository.Page($"commit/{hash}"),
            ["author"] = CommitViews.Person(commit.Author),
            ["committer"] = CommitViews.Person(commit.Committer),
            ["message"] = commit.Message,
            ["event"] = "committed",
        };
    }

    private static Dictionary<string, object?> With(Dictionary<string, object?> view, string name)
    {
        view["event"] = name;
        return view;
    }

    private static ApiAnswer Comments(ApiCall call)
    {
        var repository = call.Need("issues").Repository;
        var request = PullRequestEndpoints.Find(call);
        return call.Page([.. repository.Comments.Where(comment => comment.Issue == request.Number)], comment => DiscussionViews.Comment(repository, comment));
    }

    private static ApiAnswer Comment(ApiCall call)
    {
        var request = PullRequestEndpoints.Find(NeedToWrite(call));
        return ApiAnswer.Created(DiscussionViews.Comment(call.Repository, call.Repository.Comment(request.Number, BodyOf(call), call.Actor, call.Token!.App)));
    }

    private static ApiAnswer Edit(ApiCall call)
    {
        var comment = NeedOwn(call);
        (comment.Body, comment.Updated) = (BodyOf(call), call.GitHub.Now);
        return ApiAnswer.Ok(DiscussionViews.Comment(call.Repository, comment));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        call.Repository.Comments.Remove(NeedOwn(call));
        return ApiAnswer.Nothing();
    }

    /// <summary>By default newest first. A branch is asked for with or without <c>refs/heads/</c>.</summary>
    private static ApiAnswer Activity(ApiCall call)
    {
        var repository = call.Need("contents").Repository;
        var found = call.Query("direction") == "asc" ? repository.Activities : repository.Activities.AsEnumerable().Reverse();
        if (call.Query("ref") is { } name)
            found = found.Where(item => item.Ref == name || item.Ref == "refs/heads/" + name);
        if (call.Query("activity_type") is { } type)
            found = found.Where(item => item.Type == type);
        if (call.Query("actor") is { } login)
            found = found.Where(item => string.Equals(item.Actor.Login, login, StringComparison.OrdinalIgnoreCase));
        return call.CursorPage([.. found], item => item.Id, item => new
        {
            id = item.Id,
            node_id = Times.Node("PSH", item.Id),
            before = item.Before,
            after = item.After,
            @ref = item.Ref,
            timestamp = item.Time.Iso(),
            activity_type = item.Type,
            actor = AccountViews.Of(call.GitHub, item.Actor),
        });
    }

    private static GitHubComment Find(ApiCall call)
    {
        var id = call.Long("comment");
        return call.Repository.Comments.Find(comment => comment.Id == id) ?? throw ApiException.NotFound();
    }

    private static GitHubComment NeedOwn(ApiCall call)
    {
        var comment = Find(NeedToWrite(call));
        return comment.Author == call.Actor ? comment : Find(call.Need("issues", GitHubAccess.Write));
    }

    /// <summary>Everybody who reads may comment; an app's token needs to be allowed to.</summary>
    private static ApiCall NeedToWrite(ApiCall call) =>
        call.Actor is not null && call.Token is { App: null } ? call.Need("issues") : call.Need("issues", GitHubAccess.Write);

    private static string BodyOf(ApiCall call) => call.Required("body") is { Length: <= LongestComment } body
        ? body
        : throw ApiException.Custom("IssueComment", "body", $"body is too long (maximum is {LongestComment} characters)");
}
