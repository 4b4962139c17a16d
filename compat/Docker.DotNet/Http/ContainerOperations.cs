using System.Net;
using System.Net.Http.Json;
using Docker.DotNet.Models;

namespace Docker.DotNet.Http;

/// <summary>The requests about containers.</summary>
internal sealed class ContainerOperations(EngineHttp http) : IContainerOperations
{
    public Task<IList<ContainerListResponse>> ListContainersAsync(ContainersListParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = QueryString.Of(("all", QueryString.Flag(parameters.All)), ("filters", QueryString.Json(parameters.Filters)));
        return http.JsonAsync<IList<ContainerListResponse>>(new EngineRequest(HttpMethod.Get, "containers/json" + query), cancellationToken);
    }

    public Task<CreateContainerResponse> CreateContainerAsync(CreateContainerParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var request = new EngineRequest(HttpMethod.Post, "containers/create" + QueryString.Of(("name", parameters.Name)))
        {
            Content = JsonContent.Create(parameters, options: EngineJson.Options),
            NotFound = (status, body) => new DockerImageNotFoundException(status, body),
        };
        return http.JsonAsync<CreateContainerResponse>(request, cancellationToken);
    }

    public Task<ContainerInspectResponse> InspectContainerAsync(string id, CancellationToken cancellationToken = default) =>
        http.JsonAsync<ContainerInspectResponse>(Request(HttpMethod.Get, id, "/json"), cancellationToken);

    public async Task<MultiplexedStream> GetContainerLogsAsync(string id, bool tty, ContainerLogsParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = QueryString.Of(
            ("stdout", QueryString.Flag(parameters.ShowStdout)),
            ("stderr", QueryString.Flag(parameters.ShowStderr)),
            ("tail", parameters.Tail));
        var stream = await http.OpenAsync(Request(HttpMethod.Get, id, "/logs" + query), cancellationToken).ConfigureAwait(false);
        return new MultiplexedStream(stream, !tty);
    }

    public Task GetContainerStatsAsync(string id, ContainerStatsParameters parameters, IProgress<ContainerStatsResponse> progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = QueryString.Of(("stream", QueryString.RequiredFlag(parameters.Stream)), ("one-shot", QueryString.Flag(parameters.OneShot)));
        return http.ReportAsync(Request(HttpMethod.Get, id, "/stats" + query), progress, cancellationToken);
    }

    public async Task<bool> StartContainerAsync(string id, ContainerStartParameters parameters, CancellationToken cancellationToken = default) =>
        await http.SendAsync(Request(HttpMethod.Post, id, "/start"), cancellationToken).ConfigureAwait(false) != HttpStatusCode.NotModified;

    public async Task<bool> StopContainerAsync(string id, ContainerStopParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var request = Request(HttpMethod.Post, id, "/stop" + QueryString.Of(("t", QueryString.Number(parameters.WaitBeforeKillSeconds)))) with { HasNoTimeout = true };
        return await http.SendAsync(request, cancellationToken).ConfigureAwait(false) != HttpStatusCode.NotModified;
    }

    public Task RemoveContainerAsync(string id, ContainerRemoveParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = QueryString.Of(("v", QueryString.Flag(parameters.RemoveVolumes)), ("force", QueryString.Flag(parameters.Force)));
        return http.SendAsync(Request(HttpMethod.Delete, id, query), cancellationToken);
    }

    private static EngineRequest Request(HttpMethod method, string id, string rest)
    {
        NotEmpty.Check(id);
        return new EngineRequest(method, $"containers/{id}{rest}") { NotFound = (status, body) => new DockerContainerNotFoundException(status, body) };
    }
}
