namespace Shared.GitHub.Views;

/// <summary>Releases and assets as the API shows them.</summary>
internal static class ReleaseViews
{
    /// <summary>A release. What a broken upload left behind is in the list of its assets only, not in here.</summary>
    public static object Of(GitHubRepository repository, GitHubRelease release)
    {
        var page = release.IsDraft ? $"untagged-{release.Id:x}" : release.Tag;
        return new
        {
            url = repository.Url($"releases/{release.Id}"),
            assets_url = repository.Url($"releases/{release.Id}/assets"),
            upload_url = $"{repository.GitHub.UploadAddress}repos/{repository.FullName}/releases/{release.Id}/assets{{?name,label}}",
            html_url = repository.Page($"releases/tag/{page}"),
            id = release.Id,
            author = AccountViews.Of(repository.GitHub, release.Author),
            node_id = Times.Node("RE", release.Id),
            tag_name = release.Tag,
            target_commitish = release.Target,
            name = release.Name,
            draft = release.IsDraft,
            immutable = release.IsImmutable,
            prerelease = release.IsPrerelease,
            created_at = release.Created.Iso(),
            updated_at = release.Updated.Iso(),
            published_at = release.Published.Iso(),
            assets = release.Assets.Where(asset => asset.Content is not null).Select(asset => Asset(repository, release, asset)).ToList(),
            tarball_url = release.IsDraft ? null : repository.Url($"tarball/{release.Tag}"),
            zipball_url = release.IsDraft ? null : repository.Url($"zipball/{release.Tag}"),
            body = release.Body,
        };
    }

    public static object Asset(GitHubRepository repository, GitHubRelease release, GitHubAsset asset) => new
    {
        url = repository.Url($"releases/assets/{asset.Id}"),
        id = asset.Id,
        node_id = Times.Node("RA", asset.Id),
        name = asset.Name,
        label = asset.Label,
        uploader = AccountViews.Of(repository.GitHub, asset.Uploader),
        content_type = asset.ContentType,
        state = asset.State,
        size = asset.Content?.Length ?? 0,
        digest = asset.Digest,
        download_count = asset.Downloads,
        created_at = asset.Created.Iso(),
        updated_at = asset.Updated.Iso(),
        browser_download_url = repository.Page($"releases/download/{release.Tag}/{asset.Name}"),
    };
}
