using Docker.DotNet.Http;

namespace Docker.DotNet;

/// <summary>A client of a container engine, made by <see cref="DockerClientConfiguration.CreateClient"/>.</summary>
public sealed class DockerClient : IDockerClient
{
    private readonly EngineHttp _http;

    internal DockerClient(DockerClientConfiguration configuration, Version requestedApiVersion)
    {
        Configuration = configuration;
        _http = new EngineHttp(configuration, requestedApiVersion);
        Containers = new ContainerOperations(_http);
        Images = new ImageOperations(_http);
        System = new SystemOperations(_http);
    }

    /// <inheritdoc/>
    public DockerClientConfiguration Configuration { get; }

    /// <inheritdoc/>
    public TimeSpan DefaultTimeout
    {
        get => _http.Timeout;
        set => _http.Timeout = value;
    }

    /// <inheritdoc/>
    public IContainerOperations Containers { get; }

    /// <inheritdoc/>
    public IImageOperations Images { get; }

    /// <inheritdoc/>
    public ISystemOperations System { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        Configuration.Dispose();
        _http.Dispose();
    }
}
