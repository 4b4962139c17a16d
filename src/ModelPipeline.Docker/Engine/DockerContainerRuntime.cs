using Docker.DotNet;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Engine;

/// <summary>Runs images in a Docker engine: that of <c>DOCKER_HOST</c>, else that of the usual socket.</summary>
public sealed class DockerContainerRuntime : IContainerRuntime
{
    private readonly TimeProvider _clock;
    private readonly Lazy<DockerEndpoint?> _endpoint;
    private readonly EnginePatience _patience;

    /// <summary>Makes the runtime; the environment is read when it is first used.</summary>
    /// <param name="clock">Tells when a container was started.</param>
    public DockerContainerRuntime(TimeProvider clock)
        : this(clock, new Lazy<DockerEndpoint?>(DockerEndpoint.FromEnvironment), new EnginePatience())
    {
    }

    internal DockerContainerRuntime(TimeProvider clock, DockerEndpoint? endpoint, EnginePatience patience)
        : this(clock, new Lazy<DockerEndpoint?>(endpoint), patience)
    {
    }

    private DockerContainerRuntime(TimeProvider clock, Lazy<DockerEndpoint?> endpoint, EnginePatience patience) =>
        (_clock, _endpoint, _patience) = (clock, endpoint, patience);

    /// <inheritdoc/>
    public string? Endpoint => _endpoint.Value?.Text;

    /// <inheritdoc/>
    public async Task<string?> FindAsync(CancellationToken cancellation)
    {
        if (_endpoint.Value is not { } endpoint)
            return null;
        using var client = Connect(endpoint);
        client.DefaultTimeout = _patience.Greeting;
        try
        {
            return await ReadNameAsync(client, cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<IContainer> StartAsync(BuiltImage image, ContainerLimits limits, CancellationToken cancellation)
    {
        var endpoint = _endpoint.Value ?? throw new IOException("There is no container engine: set DOCKER_HOST to the address of one.");
        var client = Connect(endpoint);
        var undoing = new Undoing(_patience.Cleaning);
        try
        {
            return await StartAsync(client, endpoint, image, limits, undoing, cancellation).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            using (client)
                await undoing.RunAfterAsync(exception).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<DockerContainer> StartAsync(
        IDockerClient client, DockerEndpoint endpoint, BuiltImage image, ContainerLimits limits, Undoing undoing, CancellationToken cancellation)
    {
        var engine = await ReadNameAsync(client, cancellation).ConfigureAwait(false);
        var inUse = await Leftovers.RemoveAsync(client, cancellation).ConfigureAwait(false);
        var loaded = await EngineImage.LoadAsync(client, image, inUse.Contains(image.Reference), undoing, _patience, cancellation).ConfigureAwait(false);

        var name = $"modelpipeline-{Guid.NewGuid():N}";
        undoing.Add($"docker rm --force --volumes {name}", late => EngineContainer.RemoveAsync(client, name, late));
        await EngineContainer.CreateAsync(client, ContainerSettings.Of(name, loaded, limits, endpoint.PublishedOn), _patience, cancellation).ConfigureAwait(false);
        undoing.Add($"docker stop {name}", late => EngineContainer.StopAsync(client, name, late));

        var started = _clock.GetTimestamp();
        await EngineContainer.StartAsync(client, name, cancellation).ConfigureAwait(false);
        return new DockerContainer(client, name, undoing)
        {
            Place = $"a container of {engine}",
            Address = endpoint.AddressOf(await EngineContainer.ReadPortAsync(client, name, cancellation).ConfigureAwait(false)),
            Started = started,
            ImageBytes = loaded.Bytes,
        };
    }

    private static Task<string> ReadNameAsync(IDockerClient client, CancellationToken cancellation) => EngineCall.RunAsync(
        "say its version",
        async () =>
        {
            var version = await client.System.GetVersionAsync(cancellation).ConfigureAwait(false);
            return $"Docker {QuotedText.Escape(version.Version.Split('+')[0])}";
        },
        cancellation);

    private DockerClient Connect(DockerEndpoint endpoint) => new DockerClientConfiguration(endpoint.ToUri(), defaultTimeout: _patience.Answer).CreateClient();
}
