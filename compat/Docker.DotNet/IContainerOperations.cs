using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>What a client does with containers.</summary>
public interface IContainerOperations
{
    /// <summary>Lists containers.</summary>
    /// <param name="parameters">Which of them.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<IList<ContainerListResponse>> ListContainersAsync(ContainersListParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Creates a container without starting it.</summary>
    /// <param name="parameters">Its settings.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="DockerImageNotFoundException">Its image is not there.</exception>
    Task<CreateContainerResponse> CreateContainerAsync(CreateContainerParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Describes a container.</summary>
    /// <param name="id">Its id or name.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="DockerContainerNotFoundException">It is not there.</exception>
    Task<ContainerInspectResponse> InspectContainerAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Reads what a container wrote.</summary>
    /// <param name="id">Its id or name.</param>
    /// <param name="tty">Whether it has a terminal: then both of its streams are one.</param>
    /// <param name="parameters">What of it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="DockerContainerNotFoundException">It is not there.</exception>
    Task<MultiplexedStream> GetContainerLogsAsync(string id, bool tty, ContainerLogsParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Reads what a container uses, once or again and again.</summary>
    /// <param name="id">Its id or name.</param>
    /// <param name="parameters">How often.</param>
    /// <param name="progress">Takes the figures.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="DockerContainerNotFoundException">It is not there.</exception>
    Task GetContainerStatsAsync(string id, ContainerStatsParameters parameters, IProgress<ContainerStatsResponse> progress, CancellationToken cancellationToken = default);

    /// <summary>Starts a container.</summary>
    /// <param name="id">Its id or name.</param>
    /// <param name="parameters">May be null.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False where it runs already.</returns>
    /// <exception cref="DockerContainerNotFoundException">It is not there.</exception>
    Task<bool> StartContainerAsync(string id, ContainerStartParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Stops a container: asks it, then kills it.</summary>
    /// <param name="id">Its id or name.</param>
    /// <param name="parameters">How long it may take.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>False where it does not run.</returns>
    /// <exception cref="DockerContainerNotFoundException">It is not there.</exception>
    Task<bool> StopContainerAsync(string id, ContainerStopParameters parameters, CancellationToken cancellationToken = default);

    /// <summary>Removes a container.</summary>
    /// <param name="id">Its id or name.</param>
    /// <param name="parameters">Whether it may run, and what goes with it.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="DockerContainerNotFoundException">It is not there.</exception>
    Task RemoveContainerAsync(string id, ContainerRemoveParameters parameters, CancellationToken cancellationToken = default);
}
