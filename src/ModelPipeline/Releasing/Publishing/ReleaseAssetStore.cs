using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Storage;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Keeps a proposed release's artifacts as assets of its draft release, by their digests.</summary>
/// <param name="host">Where releases are.</param>
/// <param name="tag">The tag that the release will be of.</param>
/// <param name="clock">Paces tries.</param>
public sealed class ReleaseAssetStore(IReleaseHost host, string tag, TimeProvider clock) : IArtifactStore
{
    private const int MostRounds = 100;

    /// <inheritdoc/>
    public async Task<Digest> PutAsync(string name, Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var copy = await TemporaryFile.CopyAsync(content, cancellation).ConfigureAwait(false);
        var uploads = new UploadWatch(clock);
        var digests = new AssetDigests(host.Releases);
        await RepeatAsync($"{name} cannot be stored with the draft of {tag}", async patience =>
        {
            var pages = await PagesAsync(digests, copy.Bytes, cancellation).ConfigureAwait(false);
            if (Find(pages, copy.Digest) is not null)
                return true;
            await StoreAsync(pages, name, copy, uploads, patience, cancellation).ConfigureAwait(false);
            return false;
        }, cancellation).ConfigureAwait(false);
        return copy.Digest;
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(Digest digest, CancellationToken cancellation)
    {
        var digests = new AssetDigests(host.Releases);
        Stream? found = null;
        await RepeatAsync($"{digest} cannot be read from the release of {tag}", async _ =>
        {
            var pages = await PagesAsync(digests, null, cancellation).ConfigureAwait(false);
            var asset = Find(pages, digest) ?? throw new FileNotFoundException($"No asset of a release of {tag} has the digest {digest}: propose the release again.");
            using var content = await host.Releases.DownloadAsync(asset.Id, cancellation).ConfigureAwait(false);
            using var copy = await TemporaryFile.CopyAsync(content, cancellation).ConfigureAwait(false);
            if (copy.Bytes == asset.Bytes && copy.Digest != digest)
                throw new InvalidDataException($"The asset {asset.Name} of {tag} has the digest {copy.Digest}, the host says {digest}.");
            found = copy.Digest == digest ? copy.Open() : throw new IOException($"the download of {asset.Name} broke off");
            return true;
        }, cancellation).ConfigureAwait(false);
        return found!;
    }

    /// <summary>Does one thing towards having the bytes on the oldest draft of ours.</summary>
    private async Task StoreAsync(IReadOnlyList<ReleasePage> pages, string name, TemporaryFile copy, UploadWatch uploads, Patience patience, CancellationToken cancellation)
    {
        if (pages.FirstOrDefault(page => !page.IsDraft || !DraftMarker.IsIn(page)) is { } odd)
            throw new InputException(odd.IsDraft ? $"There is a draft of {tag} that the pipeline did not make ({odd.Page}): remove it, or give it another tag." : $"{tag} is published ({odd.Page}): propose the next version.");
        if (pages.Count == 0)
        {
            var branch = await host.Git.DefaultBranchAsync(cancellation).ConfigureAwait(false);
            await host.Releases.CreateDraftAsync(new NewReleasePage(tag, branch, tag, $"{DraftMarker.Of(tag)}\nProposed and not yet approved."), cancellation).ConfigureAwait(false);
        }
        else if (pages[0].Assets.FirstOrDefault(asset => asset.Name == name) is not { } present)
        {
            using var bytes = copy.Open();
            await host.Releases.UploadAsync(pages[0], name, bytes, cancellation).ConfigureAwait(false);
        }
        else if (present.IsUploaded || uploads.RemnantsOn(pages).Contains(present.Id))
        {
            await host.Releases.DeleteAssetAsync(present.Id, cancellation).ConfigureAwait(false);
        }
        else
        {
            await patience.LetOtherAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<ReleasePage>> PagesAsync(AssetDigests digests, long? bytes, CancellationToken cancellation)
    {
        var pages = await host.Releases.OfTagAsync(tag, cancellation).ConfigureAwait(false);
        return await digests.CompleteAsync([.. pages.OrderBy(page => page.Id)], asset => bytes is null || asset.Bytes == bytes, cancellation).ConfigureAwait(false);
    }

    private static ReleaseAsset? Find(IEnumerable<ReleasePage> pages, Digest digest) =>
        pages.SelectMany(page => page.Assets).FirstOrDefault(asset => asset.IsUploaded && asset.Digest == digest);

    /// <summary>Repeats a step until it is done. What the host refuses or loses is tried again, a bounded number of times.</summary>
    private async Task RepeatAsync(string what, Func<Patience, Task<bool>> step, CancellationToken cancellation)
    {
        var patience = new Patience(clock);
        for (var round = 0; round < MostRounds; round++)
        {
            try
            {
                if (await step(patience).ConfigureAwait(false))
                    return;
                patience.Reset();
            }
            catch (Exception fault) when (fault is RemoteException or IOException and not FileNotFoundException)
            {
                if (!await patience.TryAgainAsync(cancellation).ConfigureAwait(false))
                    throw new IOException($"{what}: {fault.Message}", fault);
            }
        }

        throw new IOException($"{what}: other runs change it all the time.");
    }
}
