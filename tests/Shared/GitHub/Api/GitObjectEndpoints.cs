using System.Text;
using System.Text.Json;
using Shared.GitHub.Git;
using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Git's database: blobs, trees, commits, annotated tags.</summary>
internal static class GitObjectEndpoints
{
    public static void Map(Routes routes)
    {
        const string Git = "repos/{owner}/{repo}/git";
        routes.Add("GET", Git + "/blobs/{sha}", ReadBlob);
        routes.Add("POST", Git + "/blobs", WriteBlob);
        routes.Add("GET", Git + "/trees/{sha*}", ReadTree);
        routes.Add("POST", Git + "/trees", WriteTree);
        routes.Add("GET", Git + "/commits/{sha}", call => ApiAnswer.Ok(CommitViews.Git(call.Need("contents").Repository, Found<GitCommit>(call, call["sha"]))));
        routes.Add("POST", Git + "/commits", WriteCommit);
        routes.Add("GET", Git + "/tags/{sha}", call => ApiAnswer.Ok(Tag(call.Need("contents"), Found<GitTagObject>(call, call["sha"]))));
        routes.Add("POST", Git + "/tags", WriteTag);
    }

    /// <summary>Base64 in lines of 60 characters.</summary>
    public static string Base64(byte[] content) => string.Concat(Convert.ToBase64String(content).Chunk(60).Select(line => new string(line) + "\n"));

    private static ApiAnswer ReadBlob(ApiCall call)
    {
        var hash = Found<GitBlob>(call.Need("contents"), call["sha"]);
        var content = call.Repository.Objects.Read<GitBlob>(hash).Content;
        if (call.Request.Headers.GetValueOrDefault("Accept")?.Contains("raw", StringComparison.Ordinal) == true)
            return new(200, content) { ContentType = "application/vnd.github.raw; charset=utf-8" };
        return ApiAnswer.Ok(new
        {
            sha = hash,
            node_id = Times.Node("B", hash),
            size = content.Length,
            url = call.Repository.Url($"git/blobs/{hash}"),
            content = Base64(content),
            encoding = "base64",
        });
    }

    private static ApiAnswer WriteBlob(ApiCall call)
    {
        var repository = call.Need("contents", GitHubAccess.Write).Repository;
        var hash = repository.Objects.Add(new GitBlob(call.Text("encoding") == "base64" ? Decoded(call.Required("content")) : Encoding.UTF8.GetBytes(call.Required("content"))));
        return ApiAnswer.Created(new { sha = hash, url = repository.Url($"git/blobs/{hash}") });
    }

    private static byte[] Decoded(string content)
    {
        try
        {
            return Convert.FromBase64String(content);
        }
        catch (FormatException)
        {
            throw new ApiException(422, "Invalid base64 content");
        }
    }

    private static ApiAnswer ReadTree(ApiCall call)
    {
        var repository = call.Need("contents").Repository;
        var hash = repository.Objects.Find<GitTree>(call["sha"]) is not null ? call["sha"]
            : repository.Resolve(call["sha"]) is { } commit ? repository.Objects.Read<GitCommit>(commit).Tree : throw ApiException.NotFound();
        var all = Entries(repository, hash, "", call.Request.Query.ContainsKey("recursive")).ToList();
        return ApiAnswer.Ok(Tree(repository, hash, [.. all.Take(repository.TreeLimit)], all.Count > repository.TreeLimit));
    }

    private static ApiAnswer WriteTree(ApiCall call)
    {
        var repository = call.Need("contents", GitHubAccess.Write).Repository;
        var start = call.Text("base_tree") is not { } given ? null
            : repository.Objects.Find<GitTree>(given) is not null ? given
            : repository.Objects.Find<GitCommit>(given)?.Tree ?? throw new ApiException(422, "base_tree is not a tree");
        var files = start is null ? new(StringComparer.Ordinal) : repository.Objects.Files(start);
        foreach (var item in (call.Member("tree") ?? throw new ApiException(422, "Invalid tree info")).EnumerateArray())
            Put(repository, files, item);
        var hash = repository.Objects.WriteTree(files);
        return ApiAnswer.Created(Tree(repository, hash, Entries(repository, hash, "", false), false));
    }

    private static void Put(GitHubRepository repository, SortedDictionary<string, GitEntry> files, JsonElement item)
    {
        var path = item.GetProperty("path").GetString()!;
        var mode = item.GetProperty("mode").GetString()!;
        if (path.Length == 0 || path.StartsWith('/') || path.Split('/').Any(part => part is "" or "." or ".." or ".git"))
            throw new ApiException(422, "tree.path contains a malformed path component");
        foreach (var below in files.Keys.Where(key => key == path || key.StartsWith(path + "/", StringComparison.Ordinal)).ToList())
            files.Remove(below);
        if (item.TryGetProperty("content", out var content))
        {
            files[path] = new(mode, repository.Objects.Add(new GitBlob(Encoding.UTF8.GetBytes(content.GetString()!))));
            return;
        }

        if (item.GetProperty("sha").GetString() is not { } sha)
            return;
        if (mode == GitEntry.Folder && repository.Objects.Find<GitTree>(sha) is not null)
        {
            foreach (var (name, entry) in repository.Objects.Files(sha))
                files[$"{path}/{name}"] = entry;
        }
        else
        {
            files[path] = repository.Objects.Find<GitBlob>(sha) is not null ? new(mode, sha) : throw new ApiException(422, $"tree.sha {sha} is not a valid blob");
        }
    }

    private static ApiAnswer WriteCommit(ApiCall call)
    {
        var repository = call.Need("contents", GitHubAccess.Write).Repository;
        var tree = call.Required("tree");
        if (repository.Objects.Find<GitTree>(tree) is null)
            throw new ApiException(422, "Tree SHA does not exist");
        var parents = call.Member("parents")?.EnumerateArray().Select(parent => parent.GetString()!).ToList() ?? [];
        if (parents.Exists(parent => repository.Objects.Find<GitCommit>(parent) is null))
            throw new ApiException(422, "Parent SHA does not exist or is not a commit object");
        var author = call.Signature("author");
        var self = call.Actor.SignatureAt(call.GitHub.Now);
        var web = call.Token!.App is null ? self : call.GitHub.WebFlow.SignatureAt(call.GitHub.Now);
        var committer = call.Signature("committer") ?? author ?? web;
        var hash = repository.Objects.Add(new GitCommit(tree, parents, author ?? self, committer, call.Required("message")));
        return ApiAnswer.Created(CommitViews.Git(repository, hash));
    }

    private static ApiAnswer WriteTag(ApiCall call)
    {
        var repository = call.Need("contents", GitHubAccess.Write).Repository;
        var (target, type) = (call.Required("object"), call.Required("type"));
        if (repository.Objects.Find<GitObject>(target)?.Type != type)
            throw new ApiException(422, "Could not verify object");
        var tagger = call.Signature("tagger") ?? call.Actor.SignatureAt(call.GitHub.Now);
        return ApiAnswer.Created(Tag(call, repository.Objects.Add(new GitTagObject(target, type, call.Required("tag"), tagger, call.Required("message")))));
    }

    private static object Tag(ApiCall call, string hash)
    {
        var tag = call.Repository.Objects.Read<GitTagObject>(hash);
        return new
        {
            node_id = Times.Node("TA", hash),
            sha = hash,
            url = call.Repository.Url($"git/tags/{hash}"),
            tag = tag.Name,
            message = tag.Message,
            tagger = CommitViews.Person(tag.Tagger),
            @object = new { sha = tag.Target, type = tag.TargetType, url = call.Repository.Url($"git/{tag.TargetType}s/{tag.Target}") },
            verification = CommitViews.Unsigned(),
        };
    }

    private static object Tree(GitHubRepository repository, string hash, IEnumerable<object> tree, bool truncated) =>
        new { sha = hash, url = repository.Url($"git/trees/{hash}"), tree = tree.ToList(), truncated };

    private static IEnumerable<object> Entries(GitHubRepository repository, string tree, string prefix, bool recursive)
    {
        foreach (var (name, entry) in repository.Objects.Read<GitTree>(tree).Ordered)
        {
            var path = prefix + name;
            if (entry.IsFolder)
                yield return new { path, mode = entry.Mode, type = "tree", sha = entry.Hash, url = repository.Url($"git/trees/{entry.Hash}") };
            else if (entry.Mode == GitEntry.Module)
                yield return new { path, mode = entry.Mode, type = "commit", sha = entry.Hash };
            else
                yield return new { path, mode = entry.Mode, type = "blob", sha = entry.Hash, size = repository.Objects.Read<GitBlob>(entry.Hash).Content.Length, url = repository.Url($"git/blobs/{entry.Hash}") };
            if (!entry.IsFolder || !recursive)
                continue;
            foreach (var below in Entries(repository, entry.Hash, path + "/", true))
                yield return below;
        }
    }

    private static string Found<T>(ApiCall call, string hash)
        where T : GitObject => call.Repository.Objects.Find<T>(hash) is not null ? hash : throw ApiException.NotFound();
}
