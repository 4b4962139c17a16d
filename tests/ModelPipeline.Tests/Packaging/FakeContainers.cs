using ModelPipeline.Packaging;

namespace ModelPipeline.Tests.Packaging;

/// <summary>An engine whose containers are what a test says.</summary>
internal sealed class FakeContainers : IContainerRuntime
{
    public string? Endpoint { get; set; } = "unix:///fake.sock";

    /// <summary>What answers at the endpoint.</summary>
    public string? Engine { get; set; } = "Fake 1.0";

    public Func<IContainer> Start { get; set; } = () => throw new IOException("the engine refused");

    public List<ContainerLimits> Limits { get; } = [];

    public Task<string?> FindAsync(CancellationToken cancellation) => Task.FromResult(Engine);

    public Task<IContainer> StartAsync(BuiltImage image, ContainerLimits limits, CancellationToken cancellation)
    {
        Limits.Add(limits);
        return Task.FromResult(Start());
    }
}
