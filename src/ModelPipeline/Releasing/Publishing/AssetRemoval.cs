using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Removes an asset of a draft, provided that draft and asset are still as they were seen: another run may have published the one or finished the other.</summary>
/// <param name="releases">The host's releases.</param>
internal sealed class AssetRemoval(IReleasePages releases)
{
    /// <summary>Reads the draft once more, and removes the asset.</summary>
    /// <param name="seen">The draft as it was seen.</param>
    /// <param name="id">The asset's number.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>False where something changed: nothing was removed.</returns>
    /// <exception cref="RemoteException">The host refused, or nobody knows.</exception>
    public async Task<bool> RunAsync(ReleasePage seen, long id, CancellationToken cancellation)
    {
        var pages = await releases.OfTagAsync(seen.Tag, cancellation).ConfigureAwait(false);
        var present = pages.FirstOrDefault(page => page.Id == seen.Id && page.IsDraft)?.Assets.FirstOrDefault(asset => asset.Id == id);
        if (present is null || present.IsUploaded != seen.Assets.Single(asset => asset.Id == id).IsUploaded)
            return false;
        await releases.DeleteAssetAsync(id, cancellation).ConfigureAwait(false);
        return true;
    }
}
