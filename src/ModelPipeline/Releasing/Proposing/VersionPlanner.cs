using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>Plans the version of a run's candidate.</summary>
internal static class VersionPlanner
{
    /// <summary>Compares the candidate with the champion, and looks up which versions are spent.</summary>
    /// <exception cref="InputException">The run compares with something else than the champion, or the wanted version may not be.</exception>
    /// <exception cref="RemoteException">The tags cannot be read.</exception>
    public static async Task<VersionPlan> PlanAsync(ModelRun run, ModelBundle candidate, IGitRemote git, CancellationToken cancellation)
    {
        var spent = await SpentAsync(run, git, cancellation).ConfigureAwait(false);
        if (run.Baseline != run.Champion)
            throw new InputException("A release is compared with the champion: leave out --baseline.");
        if (run.OpenBaseline() is not { } champion)
            return VersionPlan.OfFirst(run.Options.ReleaseVersion, spent);
        return SemanticVersion.TryParse(run.Champion!.Version, out var version)
            ? VersionPlan.Of(version, VersionChanges.Between(champion.Manifest, candidate.Manifest), run.Spec.Release.Bump, run.Options.ReleaseVersion, spent)
            : throw new InputException($"The champion's version {QuotedText.Of(run.Champion.Version)} is none.");
    }

    private static async Task<HashSet<SemanticVersion>> SpentAsync(ModelRun run, IGitRemote git, CancellationToken cancellation)
    {
        var prefix = ReleaseTag.Prefix(run.Spec.Name);
        var spent = new HashSet<SemanticVersion>();
        foreach (var name in await git.TagNamesAsync(prefix, cancellation).ConfigureAwait(false))
            if (SemanticVersion.TryParse(name[prefix.Length..], out var version))
                spent.Add(version);
        return spent;
    }
}
