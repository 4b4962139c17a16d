using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Releases. Drafts are there for those who may write, and never by their tag.</summary>
internal static class ReleaseEndpoints
{
    private const int LongestBody = 125_000;

    public static void Map(Routes routes)
    {
        const string All = "repos/{owner}/{repo}/releases";
        routes.Add("GET", All, List);
        routes.Add("POST", All, Create);
        routes.Add("GET", All + "/latest", Latest);
        routes.Add("GET", All + "/tags/{tag*}", OfTag);
        routes.Add("GET", All + "/{release}", call => ApiAnswer.Ok(ReleaseViews.Of(call.Repository, Find(call))));
        routes.Add("PATCH", All + "/{release}", Edit);
        routes.Add("DELETE", All + "/{release}", Delete);
    }

    public static GitHubRelease Find(ApiCall call)
    {
        var id = call.Need("contents").Long("release");
        return call.Repository.Releases.Find(release => release.Id == id && (!release.IsDraft || call.CanWrite)) ?? throw ApiException.NotFound();
    }

    /// <summary>Newest first.</summary>
    private static ApiAnswer List(ApiCall call)
    {
        var repository = call.Need("contents").Repository;
        var canWrite = call.CanWrite;
        return call.Page(
            [.. repository.Releases.Where(release => !release.IsDraft || canWrite).OrderByDescending(release => release.Id)],
            release => ReleaseViews.Of(repository, release));
    }

    private static ApiAnswer Latest(ApiCall call) =>
        call.Need("contents").Repository.Releases.LastOrDefault(release => release is { IsDraft: false, IsPrerelease: false }) is { } latest
            ? ApiAnswer.Ok(ReleaseViews.Of(call.Repository, latest))
            : throw ApiException.NotFound();

    private static ApiAnswer OfTag(ApiCall call) =>
        call.Need("contents").Repository.Releases.Find(release => !release.IsDraft && release.Tag == call["tag"]) is { } found
            ? ApiAnswer.Ok(ReleaseViews.Of(call.Repository, found))
            : throw ApiException.NotFound();

    private static ApiAnswer Create(ApiCall call)
    {
        var repository = call.Need("contents", GitHubAccess.Write).Repository;
        var (tag, body) = (call.Required("tag_name"), BodyOf(call));
        var isPublished = call.Flag("draft") != true;
        if (isPublished)
            NeedPublishable(repository, tag, call.Text("target_commitish") ?? repository.DefaultBranch);
        var release = repository.Draft(tag, call.Actor, call.Text("target_commitish"), body ?? "");
        release.Name = call.Text("name");
        release.Body = body;
        release.IsPrerelease = call.Flag("prerelease") == true;
        if (isPublished)
            repository.Publish(release, call.Actor);
        return ApiAnswer.Created(ReleaseViews.Of(repository, release));
    }

    private static ApiAnswer Edit(ApiCall call)
    {
        var release = Find(call.Need("contents", GitHubAccess.Write));
        var body = BodyOf(call);
        var tag = call.Text("tag_name") ?? release.Tag;
        if (release.IsImmutable && (tag != release.Tag || call.Flag("draft") == true))
            throw ApiException.Custom("Release", "tag_name", "tag_name cannot be changed on an immutable release");
        var target = call.Text("target_commitish") ?? release.Target;
        var isPublished = release.IsDraft && call.Flag("draft") == false;
        if (isPublished)
            NeedPublishable(call.Repository, tag, target);
        (release.Tag, release.Target) = (tag, target);
        (release.Name, release.Body) = (call.Text("name") ?? release.Name, body ?? release.Body);
        release.IsPrerelease = call.Flag("prerelease") ?? release.IsPrerelease;
        release.IsDraft = call.Flag("draft") == true || release.IsDraft;
        release.Updated = call.GitHub.Now;
        if (isPublished)
            call.Repository.Publish(release, call.Actor);
        return ApiAnswer.Ok(ReleaseViews.Of(call.Repository, release));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var release = Find(call.Need("contents", GitHubAccess.Write));
        if (release.IsImmutable)
            call.Repository.SpentTags.Add(release.Tag);
        call.Repository.Releases.Remove(release);
        return ApiAnswer.Nothing();
    }

    private static void NeedPublishable(GitHubRepository repository, string tag, string target)
    {
        if (repository.Releases.Exists(other => !other.IsDraft && other.Tag == tag))
            throw ApiException.Invalid("Release", "tag_name", "already_exists");
        if (repository.SpentTags.Contains(tag))
            throw ApiException.Custom("Release", "tag_name", "tag_name was used by an immutable release");
        if (!repository.Refs.ContainsKey("refs/tags/" + tag) && repository.Resolve(target) is null)
            throw ApiException.Invalid("Release", "target_commitish", "invalid");
    }

    private static string? BodyOf(ApiCall call) => call.Text("body") is { Length: > LongestBody }
        ? throw ApiException.Custom("Release", "body", $"body is too long (maximum is {LongestBody} characters)")
        : call.Text("body");
}
