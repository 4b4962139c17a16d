using ModelPipeline.Evidence;
using ModelPipeline.Packaging.BillsOfMaterials;
using ModelPipeline.Runs;
using ModelPipeline.Serving;
using ModelPipeline.Training;

namespace ModelPipeline.Packaging;

/// <summary>Builds the image of the scoring service with the candidate, and tries it on the golden rows.</summary>
/// <param name="images">Builds images.</param>
/// <param name="containers">Runs them.</param>
/// <param name="clock">The clock.</param>
public sealed class PackageStep(IImageBuilder images, IContainerRuntime containers, TimeProvider clock) : IStep
{
    internal const string ImageFact = "image";
    private const string BillName = "bom.cdx.json";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Name => StepNames.Package;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [StepNames.Train];

    /// <inheritdoc/>
    public IEnumerable<string> Inputs(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [$"{run.CandidateDigest}", LockOf(run)];
    }

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(last);
        var wasTried = last.Checks.Any(check => check.Name == PackageChecks.Container && check.Status == Status.Passed);
        return BundleDigest.IsOf(run.Workspace.Bundle, last.Candidate)
            && File.Exists(run.Workspace.Image)
            && (wasTried || containers.Endpoint is null);
    }

    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        var candidate = run.OpenCandidate();
        var image = await images.BuildAsync(PackagePlan.Of(run, candidate), progress, cancellation).ConfigureAwait(false);
        progress.Report("checking the image");
        var faults = await images.FaultsAsync(image.Archive, image, cancellation).ConfigureAwait(false);
        var findings = new PackageFindings(image, faults);
        await TryAsync(run, candidate, image, findings, progress, cancellation).ConfigureAwait(false);
        return findings.Outcome(candidate.Digest, new Dictionary<string, ReadOnlyMemory<byte>> { [BillName] = BillOfMaterials.Write(run.Spec, candidate, image) });
    }

    /// <inheritdoc/>
    public void Discard(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        if (File.Exists(run.Workspace.Image))
            File.Delete(run.Workspace.Image);
    }

    private async Task TryAsync(
        ModelRun run, ModelBundle candidate, BuiltImage image, PackageFindings findings, IProgress<string> progress, CancellationToken cancellation)
    {
        var limits = new ContainerLimits((long)run.Spec.Load.MemoryMb << 20, run.Spec.Load.Cpus);
        var engine = await containers.FindAsync(cancellation).ConfigureAwait(false);
        try
        {
            progress.Report(engine is null ? "scoring the golden rows in a local process" : $"scoring the golden rows in a container of {engine}");
            await ServiceClient.PrepareAsync(cancellation).ConfigureAwait(false);
            var service = await new ServiceLauncher(images, containers, clock).StartAsync(image, candidate.Folder, limits, cancellation).ConfigureAwait(false);
            await using (service.ConfigureAwait(false))
            {
                var trial = await GoldenRowsTrial.RunAsync(service, candidate, LongestStart, clock, cancellation).ConfigureAwait(false);
                findings.Add(trial, service, candidate.Digest, run.Engine.ScoreTolerance);
            }

            findings.AddContainer(engine, containers.Endpoint, run.Spec.Package.Container);
        }
        catch (IOException fault)
        {
            findings.AddBroken(fault.Message);
        }
    }

    /// <summary>What pins the base; empty where nothing does.</summary>
    private static string LockOf(ModelRun run)
    {
        var path = Path.Combine(run.Spec.Folder, PackagePlan.LockFile);
        return File.Exists(path) ? Digest.OfFile(path).ToString() : "";
    }
}
