using Shared.GitHub.Git;
using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Files and folders of a commit.</summary>
internal static class ContentEndpoints
{
    private const int LargestInline = 1 << 20;

    public static void Map(Routes routes)
    {
        routes.Add("GET", "repos/{owner}/{repo}/contents", call => Read(call, ""));
        routes.Add("GET", "repos/{owner}/{repo}/contents/{path*}", call => Read(call, call["path"].Trim('/')));
    }

    private static ApiAnswer Read(ApiCall call, string path)
    {
        var repository = call.Need("contents").Repository;
        var revision = call.Query("ref") ?? repository.DefaultBranch;
        var commit = repository.Resolve(revision) ?? throw new ApiException(404, $"No commit found for the ref {revision}");
        var entry = path.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Aggregate((GitEntry?)new(GitEntry.Folder, repository.Objects.Read<GitCommit>(commit).Tree), (at, name) =>
                at is { IsFolder: true } ? repository.Objects.Read<GitTree>(at.Hash).Entries.GetValueOrDefault(name) : null)
            ?? throw ApiException.NotFound();
        if (entry.IsFolder)
        {
            return ApiAnswer.Ok(repository.Objects.Read<GitTree>(entry.Hash).Entries.OrderBy(item => item.Key, StringComparer.Ordinal)
                .Select(item => View(repository, item.Value, path.Length == 0 ? item.Key : $"{path}/{item.Key}", revision)).ToList());
        }

        var content = repository.Objects.Read<GitBlob>(entry.Hash).Content;
        if (call.Request.Headers.GetValueOrDefault("Accept")?.Contains("raw", StringComparison.Ordinal) == true)
            return new(200, content) { ContentType = "application/vnd.github.raw; charset=utf-8" };
        var view = View(repository, entry, path, revision);
        view["encoding"] = content.Length > LargestInline ? "none" : "base64";
        view["content"] = content.Length > LargestInline ? "" : GitObjectEndpoints.Base64(content);
        return ApiAnswer.Ok(view);
    }

    private static Dictionary<string, object?> View(GitHubRepository repository, GitEntry entry, string path, string revision) => new()
    {
        ["type"] = entry.IsFolder ? "dir" : "file",
        ["size"] = entry.IsFolder ? 0 : repository.Objects.Read<GitBlob>(entry.Hash).Content.Length,
        ["name"] = path.Split('/')[^1],
        ["path"] = path,
        ["sha"] = entry.Hash,
        ["url"] = repository.Url($"contents/{path}?ref={revision}"),
        ["git_url"] = repository.Url($"git/{(entry.IsFolder ? "trees" : "blobs")}/{entry.Hash}"),
        ["html_url"] = repository.Page($"{(entry.IsFolder ? "tree" : "blob")}/{revision}/{path}"),
        ["download_url"] = entry.IsFolder ? null : repository.Page($"raw/{revision}/{path}"),
    };
}
