using ModelPipeline.Git;

namespace ModelPipeline.Releasing.Hosts;

/// <summary>Releases and their assets. Each member does one thing; what must be there is reconciled by whoever calls.</summary>
/// <remarks>Every member may throw <see cref="RemoteException"/>.</remarks>
public interface IReleasePages
{
    /// <summary>Every release of a tag, drafts included, oldest first, with all its assets.</summary>
    Task<IReadOnlyList<ReleasePage>> OfTagAsync(string tag, CancellationToken cancellation);

    /// <summary>Makes a draft.</summary>
    Task<ReleasePage> CreateDraftAsync(NewReleasePage page, CancellationToken cancellation);

    /// <summary>Gives a draft another commit, title and body.</summary>
    Task UpdateDraftAsync(long id, NewReleasePage page, CancellationToken cancellation);

    /// <summary>Makes a draft public.</summary>
    Task PublishAsync(long id, CancellationToken cancellation);

    /// <summary>Removes a draft. One that is gone is no error.</summary>
    Task DeleteDraftAsync(long id, CancellationToken cancellation);

    /// <summary>Uploads an asset.</summary>
    /// <returns>False where an asset of this name is there already: re-read.</returns>
    Task<bool> UploadAsync(ReleasePage page, string name, Stream content, CancellationToken cancellation);

    /// <summary>Removes an asset. One that is gone is no error.</summary>
    Task DeleteAssetAsync(long id, CancellationToken cancellation);

    /// <summary>Downloads an asset.</summary>
    Task<Stream> DownloadAsync(long id, CancellationToken cancellation);
}
