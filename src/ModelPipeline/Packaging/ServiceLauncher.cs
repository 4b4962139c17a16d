using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Serving;

namespace ModelPipeline.Packaging;

/// <summary>Starts the scoring service with a run's candidate.</summary>
/// <param name="images">Builds images.</param>
/// <param name="containers">Runs them.</param>
/// <param name="clock">Tells when a service was started.</param>
public sealed class ServiceLauncher(IImageBuilder images, IContainerRuntime containers, TimeProvider clock) : IServiceLauncher
{
    /// <inheritdoc/>
    public async Task<IServiceInstance> StartAsync(ModelRun run, ContainerLimits limits, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentNullException.ThrowIfNull(progress);
        var candidate = run.OpenCandidate();
        var image = await images.BuildAsync(PackagePlan.Of(run, candidate), progress, cancellation).ConfigureAwait(false);
        var package = run.Workspace.Evidence.Read(StepNames.Package);
        if (package?.Facts.GetValueOrDefault(PackageStep.ImageFact) != image.Digest.ToString())
            throw new InputException("The image is not the one that Package tried: run the target Package.");
        return await StartAsync(run, image, limits, PackageChecks.RanInContainer(package), cancellation).ConfigureAwait(false);
    }

    /// <summary>Starts an image in a container, or the service as a local process with the candidate's folder.</summary>
    internal async Task<IServiceInstance> StartAsync(ModelRun run, BuiltImage image, ContainerLimits limits, bool inContainer, CancellationToken cancellation) => inContainer
        ? await containers.StartAsync(image, limits, cancellation).ConfigureAwait(false)
        : await LocalService.StartAsync(images.Payload, run.Workspace.Bundle, limits, run.Engine.Variables, clock, cancellation).ConfigureAwait(false);
}
