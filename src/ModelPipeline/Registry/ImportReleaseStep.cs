using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Releasing;
using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.Registry;

/// <summary>Records a model's very first release in its folder, without a pull request: there is no champion yet that it could be proposed against.</summary>
/// <param name="clock">The clock.</param>
public sealed class ImportReleaseStep(TimeProvider clock) : IStep
{
    private static readonly SemanticVersion First = new(1, 0, 0);

    /// <inheritdoc/>
    public string Name => StepNames.ImportRelease;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [];

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last) => false;

    /// <summary>Why a model's first release cannot be imported, before anything was run; <see langword="null"/> where it may be.</summary>
    /// <param name="spec">The model's spec.</param>
    /// <exception cref="InputException">Released versions cannot be read.</exception>
    public static string? Objection(ModelSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        if (ReleaseCatalog.Champion(spec.Folder) is { } champion)
            return $"{spec.Name} has a release already ({champion.Version}): only a model's very first one is imported";
        return spec.Release.First ? null : $"{spec.Name} may not be released without a champion: set release.first: true in its model.yaml";
    }

    /// <inheritdoc/>
    public Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        if (Objection(run.Spec) is { } objection)
            throw new InputException($"{objection}.");
        var checks = ReleaseChecks.JudgeAll(run);
        if (checks.Any(check => check.Status != Status.Passed))
            throw new InputException($"{run.Spec.Name} cannot be released: {string.Join("; ", checks.Where(check => check.Status != Status.Passed).Select(check => check.Reason))}.");

        cancellation.ThrowIfCancellationRequested();
        progress.Report("writing the release");
        var version = run.Options.ReleaseVersion ?? First;
        var candidate = run.OpenCandidate().Digest;
        ReleaseFolder
            .Build(run, ReleaseFolder.Describe(run, version, candidate, ReleaseDocument.Imported, clock.GetUtcNow()), Archive(run))
            .Write(ReleaseCatalog.FolderOf(run.Spec.Folder, version));
        return Task.FromResult(new StepOutcome
        {
            Summary = $"version {version} in releases/{version}: commit it",
            Candidate = candidate,
            Checks = checks,
            Facts = new Dictionary<string, string> { ["version"] = version.ToString(), ["origin"] = ReleaseDocument.Imported },
        });
    }

    private static byte[] Archive(ModelRun run)
    {
        var archive = BundleArchive.Pack(run.Workspace.Bundle);
        return archive.Length <= BundleArchive.MostCommittedBytes
            ? archive
            : throw new InputException(string.Create(
                CultureInfo.InvariantCulture,
                $"The bundle of {run.Spec.Name} has {archive.Length:N0} bytes when packed, more than the {BundleArchive.MostCommittedBytes:N0} that a release keeps in version control: train a smaller model, or propose the release with the target ProposeRelease."));
    }
}
