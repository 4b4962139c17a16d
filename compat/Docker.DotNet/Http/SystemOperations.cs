using Docker.DotNet.Models;

namespace Docker.DotNet.Http;

/// <summary>The requests about the engine itself.</summary>
internal sealed class SystemOperations(EngineHttp http) : ISystemOperations
{
    public Task<VersionResponse> GetVersionAsync(CancellationToken cancellationToken = default) =>
        http.JsonAsync<VersionResponse>(new EngineRequest(HttpMethod.Get, "version"), cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken = default) =>
        http.SendAsync(new EngineRequest(HttpMethod.Get, "_ping"), cancellationToken);
}
