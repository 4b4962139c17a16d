using ModelPipeline.Git;
using ModelPipeline.Packaging;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Does one action.</summary>
/// <param name="plan">The plan.</param>
/// <param name="host">The host.</param>
/// <param name="images">The image's registry.</param>
/// <param name="files">The release's files.</param>
/// <param name="progress">Takes a few words on what is being done.</param>
internal sealed class ReleaseActions(ReleasePlan plan, IReleaseHost host, IImageRegistry images, ReleaseFiles files, IProgress<string> progress)
{
    /// <summary>Does it.</summary>
    /// <returns>Why nothing came of it: somebody else was faster, or the host declined; <see langword="null"/> where it was done.</returns>
    /// <exception cref="RemoteException">The host refused, or nobody knows.</exception>
    /// <exception cref="IOException">Bytes are not stored any more, or cannot be read or sent.</exception>
    /// <exception cref="InvalidDataException">Stored bytes have another digest.</exception>
    /// <exception cref="InputException">The registry refuses.</exception>
    public async Task<string?> RunAsync(NextAction action, ReleaseState state, CancellationToken cancellation)
    {
        progress.Report(action.Text(plan));
        switch (action)
        {
            case NextAction.Merge:
                var merged = await host.PullRequests.MergeAsync(plan.PullRequest, plan.Head, $"{plan.Title} (#{plan.PullRequest})", cancellation).ConfigureAwait(false);
                return merged is null ? $"pull request #{plan.PullRequest} cannot be merged now: look there for conflicts and what the branch demands" : null;
            case NextAction.CreateTag:
                var made = await host.Git.CreateTagAsync(new NewGitTag(plan.Tag, CommitOf(state), plan.TagMessage), cancellation).ConfigureAwait(false);
                return made ? null : $"there is a tag {plan.Tag} already";
            case NextAction.CreateDraft:
                await host.Releases.CreateDraftAsync(PageOf(state), cancellation).ConfigureAwait(false);
                return null;
            case NextAction.UpdateDraft update:
                await host.Releases.UpdateDraftAsync(update.Id, PageOf(state), cancellation).ConfigureAwait(false);
                return null;
            case NextAction.DeleteDuplicateDraft duplicate:
                await host.Releases.DeleteDraftAsync(duplicate.Id, cancellation).ConfigureAwait(false);
                return null;
            case NextAction.DeleteAsset delete:
                var removed = await new AssetRemoval(host.Releases).RunAsync(state.Page!, delete.Id, cancellation).ConfigureAwait(false);
                return removed ? null : $"{QuotedText.Escape(delete.Name)} changed meanwhile";
            case NextAction.UploadAsset upload:
                return await UploadAsync(upload, cancellation).ConfigureAwait(false);
            case NextAction.PushImage:
                await PushAsync(cancellation).ConfigureAwait(false);
                return null;
            case NextAction.Publish publish:
                await host.Releases.PublishAsync(publish.Id, cancellation).ConfigureAwait(false);
                return null;
            case NextAction.DeleteArtifacts artifacts:
                await host.Releases.DeleteDraftAsync(artifacts.Id, cancellation).ConfigureAwait(false);
                return null;
            default:
                throw new ArgumentOutOfRangeException(nameof(action), action, "It is nothing to do.");
        }
    }

    private async Task<string?> UploadAsync(NextAction.UploadAsset upload, CancellationToken cancellation)
    {
        using var content = await files.OpenAsync(upload.Asset, cancellation).ConfigureAwait(false);
        var uploaded = await host.Releases.UploadAsync(upload.Page, upload.Asset.Name, content, cancellation).ConfigureAwait(false);
        return uploaded ? null : $"{upload.Asset.Name} is there already";
    }

    private async Task PushAsync(CancellationToken cancellation)
    {
        var archive = plan.Assets.Single(asset => asset.Name == ReleaseImage.ArchiveName);
        var file = await files.FetchAsync(archive, cancellation).ConfigureAwait(false);
        await images.PushAsync(file.FullPath, plan.Image.Reference!, progress, cancellation).ConfigureAwait(false);
    }

    private NewReleasePage PageOf(ReleaseState state) => new(plan.Tag, CommitOf(state), plan.Title, plan.Notes);

    private static string CommitOf(ReleaseState state) => state.Request?.MergeCommit ?? throw new InvalidOperationException("Nothing is merged yet.");
}
