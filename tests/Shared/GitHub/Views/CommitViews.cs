using Shared.GitHub.Git;

namespace Shared.GitHub.Views;

/// <summary>Commits, files and their changes as the API shows them.</summary>
internal static class CommitViews
{
    /// <summary>Longest list of files in one answer.</summary>
    private const int FileLimit = 300;

    /// <summary>A commit of git's database.</summary>
    public static object Git(GitHubRepository repository, string hash)
    {
        var commit = repository.Objects.Read<GitCommit>(hash);
        return new
        {
            sha = hash,
            node_id = Times.Node("C", hash),
            url = repository.Url($"git/commits/{hash}"),
            html_url = repository.Page($"commit/{hash}"),
            author = Person(commit.Author),
            committer = Person(commit.Committer),
            tree = new { sha = commit.Tree, url = repository.Url($"git/trees/{commit.Tree}") },
            message = commit.Message,
            parents = Parents(repository, commit),
            verification = Unsigned(),
        };
    }

    /// <summary>A commit with the accounts that its addresses map to.</summary>
    public static Dictionary<string, object?> Of(GitHubRepository repository, string hash)
    {
        var commit = repository.Objects.Read<GitCommit>(hash);
        return new()
        {
            ["sha"] = hash,
            ["node_id"] = Times.Node("C", hash),
            ["commit"] = new
            {
                author = Person(commit.Author),
                committer = Person(commit.Committer),
                message = commit.Message,
                tree = new { sha = commit.Tree, url = repository.Url($"git/trees/{commit.Tree}") },
                url = repository.Url($"git/commits/{hash}"),
                comment_count = 0,
                verification = Unsigned(),
            },
            ["url"] = repository.Url($"commits/{hash}"),
            ["html_url"] = repository.Page($"commit/{hash}"),
            ["comments_url"] = repository.Url($"commits/{hash}/comments"),
            ["author"] = AccountViews.Of(repository.GitHub, repository.GitHub.AccountOfEmail(commit.Author.Email)),
            ["committer"] = AccountViews.Of(repository.GitHub, repository.GitHub.AccountOfEmail(commit.Committer.Email)),
            ["parents"] = Parents(repository, commit),
        };
    }

    /// <summary>A commit with what it changes.</summary>
    public static object Whole(GitHubRepository repository, string hash)
    {
        var view = Of(repository, hash);
        var changes = repository.History.Changes(repository.Objects.Read<GitCommit>(hash).Parents.FirstOrDefault(), hash);
        var files = changes.Take(FileLimit).Select(change => FileViews.Of(repository, change, hash)).ToList();
        view["stats"] = new { total = changes.Count, additions = changes.Count, deletions = 0 };
        view["files"] = files;
        return view;
    }

    public static object Person(GitSignature signature) => new { name = signature.Name, email = signature.Email, date = signature.When.Iso() };

    public static object Unsigned() => new { verified = false, reason = "unsigned", signature = (string?)null, payload = (string?)null, verified_at = (string?)null };

    private static List<object> Parents(GitHubRepository repository, GitCommit commit) =>
        [.. commit.Parents.Select(parent => new { sha = parent, url = repository.Url($"commits/{parent}"), html_url = repository.Page($"commit/{parent}") })];
}
