namespace ModelPipeline.Packaging;

/// <summary>Runs images in containers.</summary>
public interface IContainerRuntime
{
    /// <summary>Where a container engine is expected, for example <c>unix:///var/run/docker.sock</c>; <see langword="null"/> where nothing says that there is one.</summary>
    string? Endpoint { get; }

    /// <summary>Asks the engine for its name and version.</summary>
    /// <param name="cancellation">Stops the asking.</param>
    /// <returns>What it is, for example <c>Docker 28.2.2</c>; <see langword="null"/> where none answers.</returns>
    /// <exception cref="InputException">An engine cannot be reached at this address.</exception>
    Task<string?> FindAsync(CancellationToken cancellation);

    /// <summary>
    /// Loads an image and starts it locked down: read-only, without capabilities or new privileges, memory, processors and processes limited,
    /// its port reachable from this machine alone (an engine elsewhere publishes it on its own machine). Whatever was made is removed where this fails, and when the container is disposed.
    /// </summary>
    /// <param name="image">The image.</param>
    /// <param name="limits">What it may use.</param>
    /// <param name="cancellation">Stops the starting.</param>
    /// <exception cref="InputException">An engine cannot be reached at this address.</exception>
    /// <exception cref="IOException">The engine refuses, or breaks off; the message is its own.</exception>
    Task<IContainer> StartAsync(BuiltImage image, ContainerLimits limits, CancellationToken cancellation);
}
