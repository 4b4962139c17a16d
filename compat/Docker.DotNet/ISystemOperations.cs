using Docker.DotNet.Models;

namespace Docker.DotNet;

/// <summary>What a client asks of the engine itself.</summary>
public interface ISystemOperations
{
    /// <summary>Asks for the engine's version.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken = default);

    /// <summary>Asks whether the engine is there.</summary>
    /// <param name="cancellationToken">Stops the call.</param>
    Task PingAsync(CancellationToken cancellationToken = default);
}
