using ModelPipeline.Git;
using ModelPipeline.Packaging;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Reads what of a release is there.</summary>
/// <param name="host">The host.</param>
/// <param name="images">The image's registry.</param>
/// <param name="folder">The release's folder, relative to the repository's root, with slashes.</param>
/// <param name="clock">The clock.</param>
/// <param name="progress">Takes a few words on what is being done.</param>
internal sealed class ReleaseObserver(IReleaseHost host, IImageRegistry images, string folder, TimeProvider clock, IProgress<string> progress)
{
    private readonly AssetDigests _digests = new(host.Releases);
    private readonly UploadWatch _uploads = new(clock);
    private readonly Dictionary<string, bool> _judged = [];
    private Digest? _image;
    private bool _isImageKnown;

    /// <summary>Reads all of it, what is made last first: so nothing is seen without what it was made after.</summary>
    /// <exception cref="RemoteException">Something cannot be read.</exception>
    /// <exception cref="IOException">The registry or an asset cannot be read.</exception>
    /// <exception cref="InputException">The registry refuses.</exception>
    public async Task<ReleaseState> ObserveAsync(ReleasePlan plan, CancellationToken cancellation)
    {
        var image = await ImageAsync(plan, cancellation).ConfigureAwait(false);
        var pages = await host.Releases.OfTagAsync(plan.Tag, cancellation).ConfigureAwait(false);
        pages = await _digests.CompleteAsync(pages, asset => plan.Assets.Any(planned => planned.Name == asset.Name && planned.Bytes == asset.Bytes), cancellation).ConfigureAwait(false);
        var artifacts = await host.Releases.OfTagAsync(ArtifactsDraft.TagOf(plan.Tag), cancellation).ConfigureAwait(false);
        var names = await host.Git.TagNamesAsync(plan.Tag, cancellation).ConfigureAwait(false);
        var tags = await host.Git.TagsAsync(plan.Tag, cancellation).ConfigureAwait(false);
        var request = await host.PullRequests.ReadAsync(plan.PullRequest, cancellation).ConfigureAwait(false);
        return new ReleaseState
        {
            Image = image,
            Pages = [.. pages.OrderBy(page => page.Id)],
            Remnants = _uploads.RemnantsOn(pages),
            Artifacts = [.. artifacts.Where(page => ArtifactsDraft.Is(page, plan.Tag)).Select(page => page.Id)],
            Tag = tags.FirstOrDefault(tag => tag.Name == plan.Tag),
            IsTagTaken = names.Contains(plan.Tag) && tags.All(tag => tag.Name != plan.Tag),
            Request = request,
            IsMergedAsJudged = request?.MergeCommit is { } commit && await IsAsJudgedAsync(plan.Head, commit, cancellation).ConfigureAwait(false),
        };
    }

    /// <summary>Has the registry asked again: somebody pushed, or tried to.</summary>
    public void ForgetImage() => _isImageKnown = false;

    private async Task<Digest?> ImageAsync(ReleasePlan plan, CancellationToken cancellation)
    {
        if (_isImageKnown || plan.Image.Reference is not { } reference)
            return _image;
        _image = await images.FindAsync(reference, progress, cancellation).ConfigureAwait(false);
        _isImageKnown = true;
        return _image;
    }

    private async Task<bool> IsAsJudgedAsync(string head, string commit, CancellationToken cancellation)
    {
        if (_judged.TryGetValue(commit, out var known))
            return known;
        var judged = await host.Git.FilesAsync(head, folder, cancellation).ConfigureAwait(false);
        var merged = await host.Git.FilesAsync(commit, folder, cancellation).ConfigureAwait(false);
        return _judged[commit] = judged.Count > 0 && judged.SequenceEqual(merged);
    }
}
