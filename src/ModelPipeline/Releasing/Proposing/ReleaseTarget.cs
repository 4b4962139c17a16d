using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>What a release goes on top of: the tip of the default branch.</summary>
/// <param name="Branch">The default branch.</param>
/// <param name="Tip">The commit at its tip.</param>
internal sealed record ReleaseTarget(string Branch, string Tip)
{
    /// <summary>Reads it.</summary>
    /// <exception cref="InputException">The repository has no commit, or its newest release of the model is not the champion that this run compared with.</exception>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    public static async Task<ReleaseTarget> ReadAsync(ModelRun run, IGitRemote git, CancellationToken cancellation)
    {
        var branch = await git.DefaultBranchAsync(cancellation).ConfigureAwait(false);
        var tip = await git.TipAsync(branch, cancellation).ConfigureAwait(false)
            ?? throw new InputException($"The default branch {QuotedText.Of(branch)} has no commit: push the model first.");
        try
        {
            var newest = (await NewestRelease.FindAsync(git, tip, ReleasePaths.Root(run), cancellation).ConfigureAwait(false))?.Baseline;
            return newest == run.Champion
                ? new ReleaseTarget(branch, tip)
                : throw new InputException(
                    $"{run.Spec.Name} was compared with {Shown(run.Champion)}, but the newest release on {QuotedText.Of(branch)} is {Shown(newest)}: bring this checkout up to date and run the target Verify.");
        }
        catch (InvalidDataException fault)
        {
            throw new InputException($"The releases on the default branch {QuotedText.Of(branch)} cannot be read: {fault.Message}.", fault);
        }
    }

    private static string Shown(Baseline? release) => release is null ? "no release" : $"{release.Version} ({release.Digest.Short})";
}
