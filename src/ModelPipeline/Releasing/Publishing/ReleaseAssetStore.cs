using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Storage;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Keeps the artifacts of a version's proposals as assets of a draft of their own, each under its digest. Once the version is released, they are read from its release.</summary>
/// <param name="host">Where releases are.</param>
/// <param name="tag">The tag that the release will be, or is, of.</param>
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
            var drafts = await PagesAsync(ArtifactsDraft.TagOf(tag), digests, asset => asset.Bytes == copy.Bytes, cancellation).ConfigureAwait(false);
            if (Find(drafts.Where(page => ArtifactsDraft.Is(page, tag)), copy.Digest) is not null)
                return true;
            await RequireOursAsync(drafts, cancellation).ConfigureAwait(false);
            await StoreAsync(drafts, copy, uploads, patience, cancellation).ConfigureAwait(false);
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
            var asset = Find(await PagesAsync(ArtifactsDraft.TagOf(tag), digests, asset => asset.Name == ArtifactsDraft.AssetOf(digest), cancellation).ConfigureAwait(false), digest)
                ?? Find(await PagesAsync(tag, digests, _ => true, cancellation).ConfigureAwait(false), digest)
                ?? throw new FileNotFoundException($"No asset of a release of {tag} has the digest {digest}: propose the release again.");
            using var content = await host.Releases.DownloadAsync(asset.Id, cancellation).ConfigureAwait(false);
            using var copy = await TemporaryFile.CopyAsync(content, cancellation).ConfigureAwait(false);
            if (copy.Bytes == asset.Bytes && copy.Digest != digest)
                throw new InvalidDataException($"The asset {asset.Name} of {tag} has the digest {copy.Digest}, the host says {digest}.");
            found = copy.Digest == digest ? copy.Open() : throw new IOException($"the download of {asset.Name} broke off");
            return true;
        }, cancellation).ConfigureAwait(false);
        return found!;
    }

    /// <summary>Throws where the version is released, or a person's draft is in the way.</summary>
    private async Task RequireOursAsync(IReadOnlyList<ReleasePage> drafts, CancellationToken cancellation)
    {
        var pages = await host.Releases.OfTagAsync(tag, cancellation).ConfigureAwait(false);
        if (pages.FirstOrDefault(page => !page.IsDraft) is { } published)
            throw new InputException($"{tag} is published ({published.Page}): propose the next version.");
        if ((pages.FirstOrDefault(page => !DraftMarker.IsIn(page)) ?? drafts.FirstOrDefault(page => !ArtifactsDraft.Is(page, tag))) is not { } odd)
            return;
        throw new InputException(odd.IsDraft ? $"There is a draft of {odd.Tag} that the pipeline did not make ({odd.Page}): remove it, or give it another tag." : $"Somebody published {odd.Tag} ({odd.Page}), where artifacts are kept: remove that release.");
    }

    /// <summary>Does one thing towards having the bytes on the oldest draft. Bytes of other digests are other proposals': they stay.</summary>
    private async Task StoreAsync(IReadOnlyList<ReleasePage> drafts, TemporaryFile copy, UploadWatch uploads, Patience patience, CancellationToken cancellation)
    {
        var name = ArtifactsDraft.AssetOf(copy.Digest);
        if (drafts.Count == 0)
        {
            var branch = await host.Git.DefaultBranchAsync(cancellation).ConfigureAwait(false);
            await host.Releases.CreateDraftAsync(ArtifactsDraft.New(tag, branch), cancellation).ConfigureAwait(false);
        }
        else if (drafts[0].Assets.FirstOrDefault(asset => asset.Name == name) is not { } present)
        {
            using var bytes = copy.Open();
            await host.Releases.UploadAsync(drafts[0], name, bytes, cancellation).ConfigureAwait(false);
        }
        else if (present.IsUploaded || uploads.RemnantsOn(drafts).Contains(present.Id))
        {
            await new AssetRemoval(host.Releases).RunAsync(drafts[0], present.Id, cancellation).ConfigureAwait(false);
        }
        else
        {
            await patience.LetOtherAsync(cancellation).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<ReleasePage>> PagesAsync(string of, AssetDigests digests, Func<ReleaseAsset, bool> isWanted, CancellationToken cancellation)
    {
        var pages = await host.Releases.OfTagAsync(of, cancellation).ConfigureAwait(false);
        return await digests.CompleteAsync([.. pages.OrderBy(page => page.Id)], isWanted, cancellation).ConfigureAwait(false);
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
