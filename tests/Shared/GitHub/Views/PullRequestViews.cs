namespace Shared.GitHub.Views;

/// <summary>Pull requests as the API shows them.</summary>
internal static class PullRequestViews
{
    /// <summary>A pull request in a list.</summary>
    public static Dictionary<string, object?> Of(GitHubPullRequest request)
    {
        var repository = request.Repository;
        return new()
        {
            ["url"] = repository.Url($"pulls/{request.Number}"),
            ["id"] = request.Id,
            ["node_id"] = Times.Node("PR", request.Id),
            ["html_url"] = repository.Page($"pull/{request.Number}"),
            ["diff_url"] = repository.Page($"pull/{request.Number}.diff"),
            ["issue_url"] = repository.Url($"issues/{request.Number}"),
            ["commits_url"] = repository.Url($"pulls/{request.Number}/commits"),
            ["comments_url"] = repository.Url($"issues/{request.Number}/comments"),
            ["statuses_url"] = repository.Url($"statuses/{request.Head}"),
            ["number"] = request.Number,
            ["state"] = request.IsOpen ? "open" : "closed",
            ["locked"] = false,
            ["title"] = request.Title,
            ["user"] = AccountViews.Of(repository.GitHub, request.Author),
            ["body"] = request.Body,
            ["labels"] = Array.Empty<object>(),
            ["milestone"] = null,
            ["created_at"] = request.Created.Iso(),
            ["updated_at"] = request.Updated.Iso(),
            ["closed_at"] = request.Closed.Iso(),
            ["merged_at"] = request.Merged.Iso(),
            ["merge_commit_sha"] = request.MergeCommit ?? request.TestMerge,
            ["assignee"] = null,
            ["assignees"] = Array.Empty<object>(),
            ["requested_reviewers"] = Array.Empty<object>(),
            ["requested_teams"] = Array.Empty<object>(),
            ["draft"] = request.IsDraft,
            ["head"] = End(request.HeadRepository, request.HeadBranch, request.Head),
            ["base"] = End(repository, request.BaseBranch, request.Base),
            ["author_association"] = AccountViews.Association(repository, request.Author),
            ["auto_merge"] = null,
        };
    }

    /// <summary>A pull request by itself.</summary>
    public static object Whole(GitHubPullRequest request)
    {
        var view = Of(request);
        var changes = request.Changes;
        var isMergeable = request.IsOpen && request.TestMerge is not null;
        view["merged"] = request.IsMerged;
        view["mergeable"] = request.IsMerged ? null : isMergeable;
        view["rebaseable"] = request.IsMerged ? null : isMergeable;
        view["mergeable_state"] = request.IsMerged ? "unknown" : request.IsDraft ? "draft" : !isMergeable ? "dirty"
            : request.WhyNotMergeable("") is null ? "clean" : "blocked";
        view["merged_by"] = AccountViews.Of(request.Repository.GitHub, request.MergedBy);
        view["comments"] = request.Repository.Comments.Count(comment => comment.Issue == request.Number);
        view["review_comments"] = 0;
        view["maintainer_can_modify"] = false;
        view["commits"] = request.Commits.Count;
        view["additions"] = changes.Sum(change => FileViews.Lines(request.Repository, change.After));
        view["deletions"] = changes.Sum(change => FileViews.Lines(request.Repository, change.Before));
        view["changed_files"] = changes.Count;
        return view;
    }

    private static object End(GitHubRepository repository, string branch, string commit) => new
    {
        label = $"{(repository.IsDeleted ? "unknown" : repository.Owner.Login)}:{branch}",
        @ref = branch,
        sha = commit,
        user = repository.IsDeleted ? null : AccountViews.Of(repository.GitHub, repository.Owner),
        repo = repository.IsDeleted ? null : RepositoryViews.Of(repository),
    };
}
