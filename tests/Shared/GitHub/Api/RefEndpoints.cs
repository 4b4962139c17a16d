using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Branches and tags.</summary>
internal static class RefEndpoints
{
    public static void Map(Routes routes)
    {
        const string Git = "repos/{owner}/{repo}/git";
        routes.Add("GET", Git + "/ref/{ref*}", call => ApiAnswer.Ok(View(call.Need("contents"), NameOf(call, ApiException.NotFound()))));
        routes.Add("GET", Git + "/matching-refs/{ref*}", call => Matching(call, "refs/" + call["ref"]));
        routes.Add("GET", Git + "/matching-refs/", call => Matching(call, "refs/"));
        routes.Add("POST", Git + "/refs", Create);
        routes.Add("PATCH", Git + "/refs/{ref*}", Move);
        routes.Add("DELETE", Git + "/refs/{ref*}", Delete);
    }

    private static ApiAnswer Matching(ApiCall call, string prefix) => call.Page(
        [.. call.Need("contents").Repository.Refs.Keys.Where(name => name.StartsWith(prefix, StringComparison.Ordinal))], name => View(call, name));

    private static ApiAnswer Create(ApiCall call)
    {
        var repository = call.Need("contents", GitHubAccess.Write).Repository;
        var (name, sha) = (call.Required("ref"), call.Required("sha"));
        if (!name.StartsWith("refs/", StringComparison.Ordinal) || name.Split('/') is not [_, not "", not "", ..] || name.Any(" ~^:?*[\\".Contains))
            throw new ApiException(422, "Reference name must start with 'refs/' and be well formed");
        if (repository.Refs.ContainsKey(name))
            throw new ApiException(422, "Reference already exists");
        if (repository.Refs.Keys.Any(other => other.StartsWith(name + "/", StringComparison.Ordinal) || name.StartsWith(other + "/", StringComparison.Ordinal)))
            throw new ApiException(422, "Reference update failed");
        NeedObject(repository, name, sha);
        if (name.StartsWith("refs/tags/", StringComparison.Ordinal) && repository.SpentTags.Contains(name["refs/tags/".Length..]))
            throw new ApiException(422, "Repository rule violations found\n\nCannot create ref due to creations being restricted.");
        repository.SetRef(name, sha, call.Actor);
        return ApiAnswer.Created(View(call, name));
    }

    private static ApiAnswer Move(ApiCall call)
    {
        var repository = call.Need("contents", GitHubAccess.Write).Repository;
        var name = NameOf(call, new(422, "Reference does not exist"));
        var sha = call.Required("sha");
        NeedObject(repository, name, sha);
        RefuseFixed(repository, name);
        var (before, after) = (repository.Objects.Peel(repository.Refs[name]), repository.Objects.Peel(sha));
        if (call.Flag("force") != true && !(before is not null && after is not null && repository.History.IsAncestor(before, after)))
            throw new ApiException(422, "Update is not a fast forward");
        repository.SetRef(name, sha, call.Actor);
        return ApiAnswer.Ok(View(call, name));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var repository = call.Need("contents", GitHubAccess.Write).Repository;
        var name = NameOf(call, new(422, "Reference does not exist"));
        RefuseFixed(repository, name);
        repository.RemoveRef(name, call.Actor);
        return ApiAnswer.Nothing();
    }

    private static string NameOf(ApiCall call, ApiException absent) =>
        "refs/" + call["ref"] is var name && call.Repository.Refs.ContainsKey(name) ? name : throw absent;

    private static void NeedObject(GitHubRepository repository, string name, string sha)
    {
        if (repository.Objects.Find<Git.GitObject>(sha) is not { } item)
            throw new ApiException(422, "Object does not exist");
        if (name.StartsWith("refs/heads/", StringComparison.Ordinal) && item is not Git.GitCommit)
            throw new ApiException(422, "Reference cannot be updated: the object is not a commit");
    }

    private static void RefuseFixed(GitHubRepository repository, string name)
    {
        if (repository.Releases.Exists(release => release.IsImmutable && "refs/tags/" + release.Tag == name))
            throw new ApiException(422, "Repository rule violations found\n\nCannot change the tag of an immutable release.");
    }

    private static object View(ApiCall call, string name)
    {
        var repository = call.Repository;
        var hash = repository.Refs[name];
        var type = repository.Objects.Read<Git.GitObject>(hash).Type;
        return new
        {
            @ref = name,
            node_id = Times.Node("REF", hash),
            url = repository.Url($"git/{name}"),
            @object = new { sha = hash, type, url = repository.Url($"git/{type}s/{hash}") },
        };
    }
}
