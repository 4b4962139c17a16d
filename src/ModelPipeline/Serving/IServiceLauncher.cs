using ModelPipeline.Packaging;
using ModelPipeline.Runs;

namespace ModelPipeline.Serving;

/// <summary>Starts the scoring service with a run's candidate.</summary>
public interface IServiceLauncher
{
    /// <summary>Starts the image that Package built: in a container where Package tried it in one, else as a local process.</summary>
    /// <param name="run">The model's run.</param>
    /// <param name="limits">What it may use; a local process is only told.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops the starting.</param>
    /// <exception cref="InputException">Package has not built the image of this candidate.</exception>
    /// <exception cref="IOException">It cannot be started.</exception>
    Task<IServiceInstance> StartAsync(ModelRun run, ContainerLimits limits, IProgress<string> progress, CancellationToken cancellation);
}
