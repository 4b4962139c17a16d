using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Finds the digests of assets where the host does not say them: downloads and hashes each once.</summary>
/// <param name="releases">The host's releases.</param>
internal sealed class AssetDigests(IReleasePages releases)
{
    private readonly Dictionary<long, Digest> _known = [];

    /// <summary>The pages, every finished asset of a wanted size with its digest.</summary>
    public async Task<IReadOnlyList<ReleasePage>> CompleteAsync(IReadOnlyList<ReleasePage> pages, Func<ReleaseAsset, bool> isWanted, CancellationToken cancellation)
    {
        var complete = new List<ReleasePage>();
        foreach (var page in pages)
        {
            var assets = new List<ReleaseAsset>();
            foreach (var asset in page.Assets)
                assets.Add(asset is { IsUploaded: true, Digest: null } && isWanted(asset) ? asset with { Digest = await OfAsync(asset, cancellation).ConfigureAwait(false) } : asset);
            complete.Add(page with { Assets = assets });
        }

        return complete;
    }

    private async Task<Digest> OfAsync(ReleaseAsset asset, CancellationToken cancellation)
    {
        if (_known.TryGetValue(asset.Id, out var known))
            return known;
        using var content = await releases.DownloadAsync(asset.Id, cancellation).ConfigureAwait(false);
        return _known[asset.Id] = await Digest.OfAsync(content, cancellation).ConfigureAwait(false);
    }
}
