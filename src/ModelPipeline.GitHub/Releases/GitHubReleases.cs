using System.Text.Json.Nodes;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.GitHub.Transport;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.Releases;

/// <summary>The repository's releases and their assets.</summary>
/// <param name="repository">The repository.</param>
internal sealed class GitHubReleases(HostedRepository repository) : IReleasePages
{
    /// <summary>Has GitHub choose the latest release itself: one that is published late does not displace a newer one.</summary>
    private const string ByDate = "legacy";

    private readonly Assets _assets = new(repository);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ReleasePage>> OfTagAsync(string tag, CancellationToken cancellation)
    {
        // A release is not looked up by its tag: that never shows drafts.
        var releases = await repository.ListAsync(repository.At("releases"), GitHubJson.Default.ReleaseList, cancellation);
        var pages = new List<ReleasePage>();
        foreach (var release in releases.Where(release => release.TagName == tag).DistinctBy(release => release.Id).OrderBy(release => release.Id))
            pages.Add(Of(release, await _assets.ListAsync(release.Id, cancellation)));
        return pages;
    }

    /// <inheritdoc/>
    public async Task<ReleasePage> CreateDraftAsync(NewReleasePage page, CancellationToken cancellation)
    {
        var body = Body(page);
        body["draft"] = true;
        var reply = await repository.ChangeAsync(HttpMethod.Post, repository.At("releases"), body, [], cancellation);
        return Of(reply.Read(GitHubJson.Default.ReleaseDocument), []);
    }

    /// <inheritdoc/>
    public async Task UpdateDraftAsync(long id, NewReleasePage page, CancellationToken cancellation)
    {
        if (!await IsDraftAsync(id, "changed", cancellation))
            throw new RemoteException($"The draft of {QuotedText.Of(page.Tag)} is gone: read again what is there.") { Status = 404 };
        await ChangeAsync(id, Body(page), cancellation);
    }

    /// <inheritdoc/>
    public Task PublishAsync(long id, CancellationToken cancellation) =>
        ChangeAsync(id, new JsonObject { ["draft"] = false, ["make_latest"] = ByDate }, cancellation);

    /// <inheritdoc/>
    public async Task DeleteDraftAsync(long id, CancellationToken cancellation)
    {
        if (await IsDraftAsync(id, "removed", cancellation))
            await repository.SendAsync(new GitHubCall(HttpMethod.Delete, At(id)) { Understood = [404], RestsOnReading = true }, cancellation);
    }

    /// <inheritdoc/>
    public Task<bool> UploadAsync(ReleasePage page, string name, Stream content, CancellationToken cancellation) => _assets.UploadAsync(page, name, content, cancellation);

    /// <inheritdoc/>
    public Task DeleteAssetAsync(long id, CancellationToken cancellation) => _assets.DeleteAsync(id, cancellation);

    /// <inheritdoc/>
    public Task<Stream> DownloadAsync(long id, CancellationToken cancellation) => _assets.DownloadAsync(id, cancellation);

    /// <summary>Whether a draft is still there.</summary>
    /// <exception cref="RemoteException">It is published by now.</exception>
    private async Task<bool> IsDraftAsync(long id, string what, CancellationToken cancellation)
    {
        var release = await repository.FindAsync(At(id), GitHubJson.Default.ReleaseDocument, cancellation);
        return release switch
        {
            null => false,
            { Draft: true } => true,
            _ => throw new RemoteException($"The release of {QuotedText.Of(release.TagName)} is published by now: it is not {what}."),
        };
    }

    private Task<GitHubReply> ChangeAsync(long id, JsonObject body, CancellationToken cancellation) =>
        repository.SendAsync(new GitHubCall(HttpMethod.Patch, At(id)) { Body = body, RestsOnReading = true }, cancellation);

    private static JsonObject Body(NewReleasePage page) => new()
    {
        ["tag_name"] = page.Tag,
        ["target_commitish"] = page.Target,
        ["name"] = page.Title,
        ["body"] = page.Body,
    };

    private static ReleasePage Of(ReleaseDocument release, IReadOnlyList<ReleaseAsset> assets) => new()
    {
        Id = release.Id,
        Tag = release.TagName,
        Target = release.TargetCommitish,
        Title = release.Name ?? string.Empty,
        Body = release.Body ?? string.Empty,
        IsDraft = release.Draft,
        UploadAddress = release.UploadUrl,
        Page = release.HtmlUrl,
        Assets = assets,
    };

    private string At(long id) => repository.At(FormattableString.Invariant($"releases/{id}"));
}
