namespace Shared.GitHub.Views;

/// <summary>Reviews, comments and events of a pull request as the API shows them.</summary>
internal static class DiscussionViews
{
    public static Dictionary<string, object?> Review(GitHubPullRequest request, GitHubReview review)
    {
        var repository = request.Repository;
        var view = new Dictionary<string, object?>
        {
            ["id"] = review.Id,
            ["node_id"] = Times.Node("PRR", review.Id),
            ["user"] = AccountViews.Of(repository.GitHub, review.Author),
            ["body"] = review.Body,
            ["state"] = review.State,
            ["html_url"] = repository.Page($"pull/{request.Number}#pullrequestreview-{review.Id}"),
            ["pull_request_url"] = repository.Url($"pulls/{request.Number}"),
            ["author_association"] = AccountViews.Association(repository, review.Author),
            ["commit_id"] = review.Commit,
        };
        if (review.Submitted is { } submitted)
            view["submitted_at"] = submitted.Iso();
        return view;
    }

    public static Dictionary<string, object?> Comment(GitHubRepository repository, GitHubComment comment) => new()
    {
        ["url"] = repository.Url($"issues/comments/{comment.Id}"),
        ["html_url"] = repository.Page($"pull/{comment.Issue}#issuecomment-{comment.Id}"),
        ["issue_url"] = repository.Url($"issues/{comment.Issue}"),
        ["id"] = comment.Id,
        ["node_id"] = Times.Node("IC", comment.Id),
        ["user"] = AccountViews.Of(repository.GitHub, comment.Author),
        ["created_at"] = comment.Created.Iso(),
        ["updated_at"] = comment.Updated.Iso(),
        ["author_association"] = AccountViews.Association(repository, comment.Author),
        ["body"] = comment.Body,
        ["performed_via_github_app"] = AccountViews.Of(repository.GitHub, comment.App),
    };

    public static Dictionary<string, object?> Event(GitHubRepository repository, GitHubEvent item) => new()
    {
        ["id"] = item.Id,
        ["node_id"] = Times.Node("E", item.Id),
        ["url"] = repository.Url($"issues/events/{item.Id}"),
        ["actor"] = AccountViews.Of(repository.GitHub, item.Actor),
        ["event"] = item.Name,
        ["commit_id"] = item.Commit,
        ["commit_url"] = item.Commit is null ? null : repository.Url($"commits/{item.Commit}"),
        ["created_at"] = item.Created.Iso(),
        ["performed_via_github_app"] = null,
    };
}
