using ModelPipeline.Cards;
using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;
using ModelPipeline.Storage;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Finds everything that an approved release needs, before anything is changed.</summary>
/// <param name="place">Where releases are published.</param>
/// <param name="host">The same place's host.</param>
/// <param name="renderer">Renders the template <c>release-notes</c>.</param>
internal sealed class ReleasePreparation(ReleasePlace place, IReleaseHost host, IDocumentRenderer renderer)
{
    private const int LongestNotes = 125_000;

    /// <summary>The folder of a version in version control.</summary>
    public static string FolderOf(ModelRun run, string version) => $"{run.RepositoryFolder}/releases/{version}";

    /// <summary>The page of the model card, relative to the repository's page.</summary>
    public static string CardPage(string commit, string folder) =>
        $"blob/{commit}/{string.Join('/', $"{folder}/{ModelWorkspace.ModelCardName}".Split('/').Select(Uri.EscapeDataString))}";

    /// <summary>Reads the judged files, and writes the plan to the workspace.</summary>
    /// <exception cref="InvalidDataException">Something is absent, or not what was judged.</exception>
    /// <exception cref="IOException">An artifact is not stored any more.</exception>
    /// <exception cref="RemoteException">The host cannot be read.</exception>
    public async Task<(ReleasePlan Plan, ReleaseFiles Files)> PrepareAsync(ModelRun run, PullRequest request, ReleaseDocument release, CancellationToken cancellation)
    {
        if (release.Model != run.Spec.Name || !SemanticVersion.TryParse(release.Version, out var version))
            throw new InvalidDataException($"release.json is of {QuotedText.Of(release.Model)} {QuotedText.Of(release.Version)}");
        var image = release.Image ?? throw new InvalidDataException("release.json has no image");
        var tag = ReleaseTag.Of(release.Model, version);
        var folder = FolderOf(run, release.Version);
        var files = await ReleaseFiles.ReadAsync(new JudgedFiles(host.Git, request.Head, folder), release, place.Artifacts(tag), cancellation).ConfigureAwait(false);
        var planned = new PlannedImage(image.Name is null ? null : $"{image.Name}:{release.Version}", image.Digest);
        var marker = DraftMarker.Of(tag);
        var notes = new ReleaseNotes(renderer).Write(
            release,
            files.Evidence,
            host.PageOf(CardPage(request.Head, folder)),
            request.Page,
            image.Name is null ? null : $"{image.Name}@{image.Digest}",
            LongestNotes - marker.Length - 1,
            cancellation);
        var plan = new ReleasePlan
        {
            Model = release.Model,
            Version = release.Version,
            Tag = tag,
            TagMessage = $"Release {release.Model} {release.Version}\n\nBundle: {release.Bundle}\nImage: {image.Digest}\nPull-Request: {request.Page}\nJudged-Head: {request.Head}\n",
            PullRequest = request.Number,
            Head = request.Head,
            Commit = request.MergeCommit,
            Assets = files.Assets,
            Image = planned,
            Title = $"{release.Model} {release.Version}",
            Notes = $"{marker}\n{notes}",
        };
        try
        {
            await RequireStoredAsync(plan, files, cancellation).ConfigureAwait(false);
            AtomicFile.Write(Path.Combine(run.Workspace.Folder, ReleasePlanJson.FileName), ReleasePlanJson.Write(plan));
            return (plan, files);
        }
        catch
        {
            files.Dispose();
            throw;
        }
    }

    /// <summary>Fetches every artifact that the release page does not have yet.</summary>
    private async Task RequireStoredAsync(ReleasePlan plan, ReleaseFiles files, CancellationToken cancellation)
    {
        var pages = await host.Releases.OfTagAsync(plan.Tag, cancellation).ConfigureAwait(false);
        foreach (var asset in files.Stored.Where(asset => !pages.Any(page => ReleaseProgress.Holds(page, asset))))
            await files.FetchAsync(asset, cancellation).ConfigureAwait(false);
    }
}
