using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.GitHub.Transport;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.Releases;

/// <summary>The files of releases.</summary>
/// <param name="repository">The repository.</param>
internal sealed class Assets(HostedRepository repository)
{
    /// <summary>Every asset of a release.</summary>
    public async Task<IReadOnlyList<ReleaseAsset>> ListAsync(long release, CancellationToken cancellation) =>
        [.. (await repository.ListAsync(repository.At(FormattableString.Invariant($"releases/{release}/assets")), GitHubJson.Default.AssetList, cancellation)).Select(Of)];

    /// <inheritdoc cref="IReleasePages.UploadAsync"/>
    public async Task<bool> UploadAsync(ReleasePage page, string name, Stream content, CancellationToken cancellation)
    {
        AssetName.Check(name);
        var address = new Uri($"{Address(page)}?name={name}");
        if (!content.CanSeek)
        {
            // A refused upload is sent again from its start, and GitHub wants its length first.
            await using var copy = await TemporaryFile.CopyAsync(content, long.MaxValue, cancellation);
            return await UploadAsync(address, name, copy, cancellation);
        }

        return await UploadAsync(address, name, content, cancellation);
    }

    /// <inheritdoc cref="IReleasePages.DeleteAssetAsync"/>
    public Task DeleteAsync(long id, CancellationToken cancellation) =>
        repository.SendAsync(new GitHubCall(HttpMethod.Delete, At(id)) { Understood = [404], RestsOnReading = true }, cancellation);

    /// <inheritdoc cref="IReleasePages.DownloadAsync"/>
    public async Task<Stream> DownloadAsync(long id, CancellationToken cancellation) =>
        (await repository.SendAsync(new GitHubCall(HttpMethod.Get, At(id)) { IsDownload = true }, cancellation)).File;

    private async Task<bool> UploadAsync(Uri address, string name, Stream content, CancellationToken cancellation)
    {
        var call = new GitHubCall(HttpMethod.Post, address) { Upload = new FileUpload(content, AssetName.ContentTypeOf(name)), Understood = [422] };
        var reply = await repository.SendAsync(call, cancellation);
        if (reply.Status == 422)
        {
            return reply.Read(GitHubJson.Default.ErrorDocument).Errors?.Any(error => error.Code == "already_exists") == true
                ? false
                : throw new RemoteException($"GitHub refuses the asset {QuotedText.Of(name)}: {QuotedText.Escape(reply.Text, 300)}.") { Status = 422 };
        }

        var asset = reply.Read(GitHubJson.Default.AssetDocument);
        return asset.Name == name ? true : throw reply.Unreadable($"the asset is named {QuotedText.Of(asset.Name)}, not {QuotedText.Of(name)}");
    }

    private string Address(ReleasePage page)
    {
        var address = page.UploadAddress.Split('{')[0];
        return Uri.TryCreate(address, UriKind.Absolute, out var upload) && repository.Address.TakesUploads(upload) && upload.Query.Length == 0
            ? address
            : throw new RemoteException($"GitHub wants uploads to go to {QuotedText.Of(upload?.Authority ?? address)}, which does not belong to its API: nothing is sent. Check GITHUB_API_URL.");
    }

    private string At(long id) => repository.At(FormattableString.Invariant($"releases/assets/{id}"));

    private static ReleaseAsset Of(AssetDocument asset) =>
        new(asset.Id, asset.Name, asset.State == "uploaded", asset.Size, AssetDigest(asset), asset.CreatedAt);

    private static Digest? AssetDigest(AssetDocument asset) =>
        asset.Digest is null ? null
        : Digest.TryParse(asset.Digest, out var digest) ? digest
        : throw new RemoteException($"GitHub gives the asset {QuotedText.Of(asset.Name)} the digest {QuotedText.Of(asset.Digest)}, which cannot be read.");
}
