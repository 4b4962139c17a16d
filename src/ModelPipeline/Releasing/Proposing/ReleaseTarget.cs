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
        var newest = await NewestAsync(run, git, tip, cancellation).ConfigureAwait(false);
        return newest == run.Champion
            ? new ReleaseTarget(branch, tip)
            : throw new InputException(
                $"{run.Spec.Name} was compared with {Shown(run.Champion)}, but the newest release on {QuotedText.Of(branch)} is {Shown(newest)}: bring this checkout up to date and run the target Verify.");
    }

    private static async Task<Baseline?> NewestAsync(ModelRun run, IGitRemote git, string tip, CancellationToken cancellation)
    {
        var root = ReleasePaths.Root(run) + "/";
        var newest = (await git.FilesAsync(tip, ReleasePaths.Root(run), cancellation).ConfigureAwait(false))
            .Where(file => file.Path.StartsWith(root, StringComparison.Ordinal))
            .Select(file => file.Path[root.Length..].Split('/'))
            .Where(parts => parts.Length > 1)
            .Select(parts => SemanticVersion.TryParse(parts[0], out var version)
                ? version
                : throw new InputException($"{root}{QuotedText.Escape(parts[0])} on the default branch is no released version such as 1.2.3: remove or rename it."))
            .Distinct()
            .Order()
            .Select(version => (SemanticVersion?)version)
            .LastOrDefault();
        if (newest is not { } found)
            return null;
        var path = $"{ReleasePaths.Folder(run, found)}/{ReleaseDocument.FileName}";
        var json = await git.ReadAsync(tip, path, cancellation).ConfigureAwait(false)
            ?? throw new InputException($"{path} is missing on the default branch: restore it, or remove its folder.");
        try
        {
            return new Baseline(found.ToString(), ReleaseJson.Read(json).Bundle);
        }
        catch (InvalidDataException fault)
        {
            throw new InputException($"{path} on the default branch: {fault.Message}", fault);
        }
    }

    private static string Shown(Baseline? release) => release is null ? "no release" : $"{release.Version} ({release.Digest.Short})";
}
