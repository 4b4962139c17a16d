using ModelPipeline.Packaging;

namespace Cake.Frosting.ModelPipeline;

/// <summary>Stands for the container runtime that a host did not set: there is no engine.</summary>
internal sealed class NoContainerRuntime : IContainerRuntime
{
    public string? Endpoint => null;

    public Task<string?> FindAsync(CancellationToken cancellation) => Task.FromResult<string?>(null);

    public Task<IContainer> StartAsync(BuiltImage image, ContainerLimits limits, CancellationToken cancellation) =>
        throw new InvalidOperationException("There is no container engine.");
}
