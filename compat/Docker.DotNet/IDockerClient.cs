namespace Docker.DotNet;

/// <summary>A client of a container engine.</summary>
public interface IDockerClient : IDisposable
{
    /// <summary>Where the engine is.</summary>
    DockerClientConfiguration Configuration { get; }

    /// <summary>How long a call that streams nothing may take.</summary>
    TimeSpan DefaultTimeout { get; set; }

    /// <summary>Containers.</summary>
    IContainerOperations Containers { get; }

    /// <summary>Images.</summary>
    IImageOperations Images { get; }

    /// <summary>The engine itself.</summary>
    ISystemOperations System { get; }
}
