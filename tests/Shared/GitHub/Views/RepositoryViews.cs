namespace Shared.GitHub.Views;

/// <summary>Repositories as the API shows them.</summary>
internal static class RepositoryViews
{
    /// <summary>A repository inside of something else.</summary>
    public static Dictionary<string, object?> Of(GitHubRepository repository) => new()
    {
        ["id"] = repository.Id,
        ["node_id"] = Times.Node("R", repository.Id),
        ["name"] = repository.Name,
        ["full_name"] = repository.FullName,
        ["private"] = repository.IsPrivate,
        ["owner"] = AccountViews.Of(repository.GitHub, repository.Owner),
        ["html_url"] = repository.Page(""),
        ["description"] = null,
        ["fork"] = repository.Parent is not null,
        ["url"] = repository.Url(""),
        ["default_branch"] = repository.DefaultBranch,
        ["visibility"] = repository.IsPrivate ? "private" : "public",
        ["archived"] = false,
        ["disabled"] = false,
        ["created_at"] = repository.Created.Iso(),
        ["updated_at"] = repository.Created.Iso(),
        ["pushed_at"] = (repository.Activities.LastOrDefault()?.Time ?? repository.Created).Iso(),
    };

    /// <summary>A repository by itself; its merge settings are shown to those who may write.</summary>
    public static Dictionary<string, object?> Whole(GitHubRepository repository, GitHubAccess access)
    {
        var view = Of(repository);
        view["permissions"] = Permissions(access);
        if (access < GitHubAccess.Write)
            return view;
        view["allow_merge_commit"] = repository.AllowsMergeCommits;
        view["allow_squash_merge"] = repository.AllowsSquashing;
        view["allow_rebase_merge"] = repository.AllowsRebasing;
        view["delete_branch_on_merge"] = repository.DeletesMergedBranches;
        return view;
    }

    public static object Permissions(GitHubAccess access) => new
    {
        admin = access >= GitHubAccess.Admin,
        maintain = access >= GitHubAccess.Maintain,
        push = access >= GitHubAccess.Write,
        triage = access >= GitHubAccess.Triage,
        pull = access >= GitHubAccess.Read,
    };
}
