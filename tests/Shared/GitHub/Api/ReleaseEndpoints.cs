using Shared.GitHub.Git;
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
        var release = new GitHubRelease
        {
            Id = call.GitHub.NextId(),
            Tag = call.Required("tag_name"),
            Target = call.Text("target_commitish") ?? repository.DefaultBranch,
            Name = call.Text("name"),
            Body = BodyOf(call),
            IsDraft = true,
            IsPrerelease = call.Flag("prerelease") == true,
            Author = call.Actor,
            Created = call.GitHub.Now,
            Updated = call.GitHub.Now,
        };
        if (call.Flag("draft") != true)
            Publish(call, release);
        repository.Releases.Add(release);
        return ApiAnswer.Created(ReleaseViews.Of(repository, release));
    }

    private static ApiAnswer Edit(ApiCall call)
    {
        var release = Find(call.Need("contents", GitHubAccess.Write));
        var body = BodyOf(call);
        var tag = call.Text("tag_name") ?? release.Tag;
        if (release.IsImmutable && (tag != release.Tag || call.Flag("draft") == true))
            throw ApiException.Custom("Release", "tag_name", "tag_name cannot be changed on an immutable release");
        (release.Tag, release.Target) = (tag, call.Text("target_commitish") ?? release.Target);
        (release.Name, release.Body) = (call.Text("name") ?? release.Name, body ?? release.Body);
        release.IsPrerelease = call.Flag("prerelease") ?? release.IsPrerelease;
        if (call.Flag("draft") == false && release.IsDraft)
            Publish(call, release);
        else if (call.Flag("draft") == true)
            release.IsDraft = true;
        release.Updated = call.GitHub.Now;
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

    /// <summary>A tag that is not there is made, lightweight, at the target; one that is there stays where it is.</summary>
    private static void Publish(ApiCall call, GitHubRelease release)
    {
        var repository = call.Repository;
        if (repository.Releases.Exists(other => other != release && !other.IsDraft && other.Tag == release.Tag))
            throw ApiException.Invalid("Release", "tag_name", "already_exists");
        if (repository.SpentTags.Contains(release.Tag))
            throw ApiException.Custom("Release", "tag_name", "tag_name was used by an immutable release");
        if (!repository.Refs.ContainsKey("refs/tags/" + release.Tag))
            repository.SetRef("refs/tags/" + release.Tag, repository.Resolve(release.Target) ?? throw ApiException.Invalid("Release", "target_commitish", "invalid"), call.Actor);
        release.IsDraft = false;
        release.IsImmutable = repository.HasImmutableReleases;
        release.Published = call.GitHub.Now;
        release.Created = repository.Objects.Read<GitCommit>(repository.Resolve("refs/tags/" + release.Tag)!).Committer.When;
    }

    private static string? BodyOf(ApiCall call) => call.Text("body") is { Length: > LongestBody }
        ? throw ApiException.Custom("Release", "body", $"body is too long (maximum is {LongestBody} characters)")
        : call.Text("body");
}
