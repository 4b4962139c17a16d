using Shared.GitHub.Git;
using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Commits and comparisons.</summary>
internal static class CommitEndpoints
{
    public static void Map(Routes routes)
    {
        const string Repository = "repos/{owner}/{repo}";
        routes.Add("GET", Repository + "/commits", List);
        routes.Add("GET", Repository + "/commits/{ref*}", call => ApiAnswer.Ok(CommitViews.Whole(call.Need("contents").Repository, call.Commit(call["ref"]))));
        routes.Add("GET", Repository + "/compare/{range*}", Compare);
    }

    /// <summary>Newest first; with a path, those commits that leave it otherwise than each of their parents.</summary>
    private static ApiAnswer List(ApiCall call)
    {
        var repository = call.Need("contents").Repository;
        var head = repository.Resolve(call.Query("sha") ?? repository.DefaultBranch) ?? throw ApiException.NotFound();
        var found = repository.History.Log(head).AsEnumerable();
        if (call.Query("path")?.Trim('/') is { Length: > 0 } path)
            found = found.Where(hash => Touches(repository, hash, path));
        if (call.Query("since") is { } since)
            found = found.Where(hash => repository.Objects.Read<GitCommit>(hash).Committer.When >= DateTimeOffset.Parse(since));
        if (call.Query("until") is { } until)
            found = found.Where(hash => repository.Objects.Read<GitCommit>(hash).Committer.When <= DateTimeOffset.Parse(until));
        return call.Page([.. found], hash => CommitViews.Of(repository, hash));
    }

    private static ApiAnswer Compare(ApiCall call)
    {
        var repository = call.Need("contents").Repository;
        if (call["range"].Split("...", 2) is not [var from, var to] || repository.Resolve(from) is not { } older || repository.Resolve(to) is not { } newer)
            throw ApiException.NotFound();
        var common = repository.History.MergeBase(older, newer) ?? throw new ApiException(404, "No common ancestor between " + from + " and " + to + ".");
        var (ahead, behind) = (repository.History.Range(older, newer), repository.History.Range(newer, older));
        var files = repository.History.Changes(common, newer);
        return call.WholePage(ahead, page => new
        {
            url = repository.Url($"compare/{from}...{to}"),
            html_url = repository.Page($"compare/{from}...{to}"),
            permalink_url = repository.Page($"compare/{older}...{newer}"),
            base_commit = CommitViews.Of(repository, older),
            merge_base_commit = CommitViews.Of(repository, common),
            status = (ahead.Count, behind.Count) switch { (0, 0) => "identical", (_, 0) => "ahead", (0, _) => "behind", _ => "diverged" },
            ahead_by = ahead.Count,
            behind_by = behind.Count,
            total_commits = ahead.Count,
            commits = page.Select(hash => CommitViews.Of(repository, hash)).ToList(),
            files = files.Take(300).Select(change => FileViews.Of(repository, change, newer)).ToList(),
        });
    }

    private static bool Touches(GitHubRepository repository, string hash, string path)
    {
        var (mine, parents) = (Below(repository, hash, path), repository.Objects.Read<GitCommit>(hash).Parents);
        return parents.Count == 0 ? mine.Count > 0 : parents.All(parent => !mine.SequenceEqual(Below(repository, parent, path)));
    }

    private static List<KeyValuePair<string, GitEntry>> Below(GitHubRepository repository, string hash, string path) =>
        [.. repository.Objects.FilesOf(hash).Where(file => file.Key == path || file.Key.StartsWith(path + "/", StringComparison.Ordinal))];
}
