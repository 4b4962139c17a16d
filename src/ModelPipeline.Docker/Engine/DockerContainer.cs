using Docker.DotNet;
using Docker.DotNet.Models;
using ModelPipeline.Packaging;
using ModelPipeline.Serving;

namespace ModelPipeline.Docker.Engine;

/// <summary>A container of a Docker engine.</summary>
internal sealed class DockerContainer(IDockerClient client, string id, Undoing undoing) : IContainer
{
    /// <inheritdoc/>
    public required string Place { get; init; }

    /// <inheritdoc/>
    public required Uri Address { get; init; }

    /// <inheritdoc/>
    public required long Started { get; init; }

    /// <inheritdoc/>
    public required long ImageBytes { get; init; }

    /// <inheritdoc/>
    /// <exception cref="IOException">The engine does not say it.</exception>
    public async Task<ServiceUsage?> ReadUsageAsync(CancellationToken cancellation)
    {
        var usage = new ContainerUsage();
        var once = new ContainerStatsParameters { Stream = false, OneShot = true };
        await EngineCall.RunAsync(
            "say what the container uses",
            () => client.Containers.GetContainerStatsAsync(id, once, usage, cancellation),
            cancellation).ConfigureAwait(false);
        return usage.Last;
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The engine does not say it.</exception>
    public Task<string?> ReadEndAsync(CancellationToken cancellation) => EngineContainer.ReadEndAsync(client, id, cancellation);

    /// <summary>Removes the container and the image.</summary>
    /// <exception cref="IOException">Something is left; the message says how to remove it by hand.</exception>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await undoing.RunAsync().ConfigureAwait(false);
        }
        finally
        {
            client.Dispose();
        }
    }
}
