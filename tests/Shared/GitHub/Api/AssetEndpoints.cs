using System.Text.RegularExpressions;
using Shared.GitHub.Views;

namespace Shared.GitHub.Api;

/// <summary>Files of releases: uploaded on one host, downloaded from another.</summary>
internal static partial class AssetEndpoints
{
    public static void Map(Routes routes)
    {
        const string All = "repos/{owner}/{repo}/releases";
        routes.Add("GET", All + "/{release}/assets", List);
        routes.Add("GET", All + "/assets/{asset}", Read);
        routes.Add("PATCH", All + "/assets/{asset}", Edit);
        routes.Add("DELETE", All + "/assets/{asset}", Delete);
    }

    public static void MapUploads(Routes routes) => routes.Add("POST", "repos/{owner}/{repo}/releases/{release}/assets", Upload);

    /// <summary>Makes an asset in the state <c>starter</c>.</summary>
    public static GitHubAsset Begin(ApiCall call)
    {
        var release = ReleaseEndpoints.Find(call.Need("contents", GitHubAccess.Write));
        if (release.IsImmutable)
            throw new ApiException(422, "Cannot upload assets to an immutable release.");
        var given = call.Query("name") ?? throw ApiException.Invalid("ReleaseAsset", "name", "missing_field");
        var name = OddCharacters().Replace(given, ".").Trim('.');
        if (release.Assets.Exists(asset => asset.Name == name))
            throw ApiException.Invalid("ReleaseAsset", "name", "already_exists");
        var type = call.Request.Headers.GetValueOrDefault("Content-Type") ?? throw new ApiException(400, "Bad Content-Type");
        var asset = call.Repository.Upload(release, name, null, call.Actor, type);
        asset.Label = call.Query("label") ?? "";
        return asset;
    }

    /// <summary>The other host: it takes no token, its address is enough.</summary>
    public static ApiAnswer Download(GitHubDouble github, FakeRequest request)
    {
        if (request.Headers.ContainsKey("Authorization"))
            return ApiAnswer.Error(400, "Only one authentication mechanism is allowed.");
        if (request.Path.Split('/') is not ["assets", var text] || !long.TryParse(text, out var id) || github.FindAsset(id) is not { Content: { } content } asset)
            return ApiAnswer.Error(404, "Not Found");
        asset.Downloads++;
        return new(200, content) { ContentType = "application/octet-stream" };
    }

    private static ApiAnswer List(ApiCall call)
    {
        var release = ReleaseEndpoints.Find(call);
        return call.Page(release.Assets, asset => ReleaseViews.Asset(call.Repository, release, asset));
    }

    private static ApiAnswer Read(ApiCall call)
    {
        var (release, asset) = Find(call.Need("contents"));
        if (call.Request.Headers.GetValueOrDefault("Accept") != "application/octet-stream")
            return ApiAnswer.Ok(ReleaseViews.Asset(call.Repository, release, asset));
        if (asset.Content is null)
            throw ApiException.NotFound();
        var address = new Uri(call.GitHub.DownloadAddress, $"assets/{asset.Id}?signature=public");
        return new(302, []) { Headers = new() { ["Location"] = address.AbsoluteUri } };
    }

    private static ApiAnswer Edit(ApiCall call)
    {
        var (release, asset) = FindToChange(call);
        if (call.Text("name") is { } name && name != asset.Name)
            asset.Name = release.Assets.Exists(other => other.Name == name) ? throw ApiException.Invalid("ReleaseAsset", "name", "already_exists") : name;
        asset.Label = call.Text("label") ?? asset.Label;
        asset.Updated = call.GitHub.Now;
        return ApiAnswer.Ok(ReleaseViews.Asset(call.Repository, release, asset));
    }

    private static ApiAnswer Delete(ApiCall call)
    {
        var (release, asset) = FindToChange(call);
        release.Assets.Remove(asset);
        return ApiAnswer.Nothing();
    }

    private static ApiAnswer Upload(ApiCall call)
    {
        if (call.Request.Body.Length == 0)
            throw new ApiException(400, "Bad Content-Length");
        var release = ReleaseEndpoints.Find(call);
        var asset = Begin(call);
        asset.Content = call.Request.Body;
        return ApiAnswer.Created(ReleaseViews.Asset(call.Repository, release, asset));
    }

    private static (GitHubRelease Release, GitHubAsset Asset) Find(ApiCall call)
    {
        var id = call.Long("asset");
        var found = call.Repository.Releases.Where(release => !release.IsDraft || call.CanWrite)
            .SelectMany(release => release.Assets, (release, asset) => (release, asset)).FirstOrDefault(pair => pair.asset.Id == id);
        return found.asset is null ? throw ApiException.NotFound() : found;
    }

    private static (GitHubRelease Release, GitHubAsset Asset) FindToChange(ApiCall call)
    {
        var found = Find(call.Need("contents", GitHubAccess.Write));
        return found.Release.IsImmutable ? throw new ApiException(422, "Cannot change assets of an immutable release.") : found;
    }

    [GeneratedRegex("[^A-Za-z0-9_@+-]+")]
    private static partial Regex OddCharacters();
}
