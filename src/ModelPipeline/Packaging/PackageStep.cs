using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Packaging.BillsOfMaterials;
using ModelPipeline.Runs;
using ModelPipeline.Serving;
using ModelPipeline.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Packaging;

/// <summary>Builds the image of the scoring service with the candidate, and tries it on the golden rows.</summary>
/// <param name="images">Builds images.</param>
/// <param name="containers">Runs them.</param>
/// <param name="renderer">Renders the template <c>dockerfile</c>.</param>
/// <param name="clock">The clock.</param>
public sealed class PackageStep(IImageBuilder images, IContainerRuntime containers, IDocumentRenderer renderer, TimeProvider clock) : IStep
{
    internal const string ImageFact = "image";
    internal const string ArchiveFact = "image_archive";
    internal const string BillName = "bom.cdx.json";
    private const string Template = "dockerfile";
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    /// <inheritdoc/>
    public string Name => StepNames.Package;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [StepNames.Train];

    /// <inheritdoc/>
    public IEnumerable<string> Inputs(ModelRun run)
    {
        ArgumentNullException.ThrowIfNull(run);
        return [$"{run.CandidateDigest}", $"{images.ReadSurroundings(PackagePlan.Of(run, run.OpenCandidate()))}", $"{renderer.Identity(Template)}"];
    }

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(last);
        return BundleDigest.IsOf(run.Workspace.Bundle, last.Candidate)
            && IsImageOf(run, last)
            && File.Exists(run.Workspace.Dockerfile)
            && (PackageChecks.RanInContainer(last) || containers.Endpoint is null);
    }

    /// <summary>Whether the image's archive is the one that evidence of this step is of.</summary>
    internal static bool IsImageOf(ModelRun run, StepEvidence evidence) =>
        File.Exists(run.Workspace.Image) && evidence.Facts.GetValueOrDefault(ArchiveFact) == Digest.OfFile(run.Workspace.Image).ToString();

    /// <inheritdoc/>
    public async Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        var candidate = run.OpenCandidate();
        var request = PackagePlan.Of(run, candidate);
        var image = await images.BuildAsync(request, progress, cancellation).ConfigureAwait(false);
        AtomicFile.WriteText(run.Workspace.Dockerfile, renderer.Render(Template, DockerfileDocument.Of(request, image), cancellation));
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
        foreach (var file in new[] { run.Workspace.Image, run.Workspace.Dockerfile }.Where(File.Exists))
            File.Delete(file);
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
            var service = await new ServiceLauncher(images, containers, clock).StartAsync(run, image, limits, engine is not null, cancellation).ConfigureAwait(false);
            await using (service.ConfigureAwait(false))
            {
                var trial = await GoldenRowsTrial.RunAsync(service, candidate, LongestStart, clock, cancellation).ConfigureAwait(false);
                findings.Add(trial, service, candidate.Digest, run.Engine.ScoreTolerance);
            }

            findings.AddContainer(service, run.Spec.Package.Container, containers.Endpoint);
        }
        catch (IOException fault)
        {
            findings.AddBroken(fault.Message);
        }
    }
}
