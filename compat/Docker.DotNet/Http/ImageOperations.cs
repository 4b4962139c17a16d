using System.Net.Http.Headers;
using Docker.DotNet.Models;

namespace Docker.DotNet.Http;

/// <summary>The requests about images.</summary>
internal sealed class ImageOperations(EngineHttp http) : IImageOperations
{
    public Task<ImageInspectResponse> InspectImageAsync(string name, CancellationToken cancellationToken = default) =>
        http.JsonAsync<ImageInspectResponse>(Request(HttpMethod.Get, name, "/json"), cancellationToken);

    public Task<IList<IDictionary<string, string>>> DeleteImageAsync(string name, ImageDeleteParameters parameters, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var query = QueryString.Of(("force", QueryString.Flag(parameters.Force)));
        return http.JsonAsync<IList<IDictionary<string, string>>>(Request(HttpMethod.Delete, name, query), cancellationToken);
    }

    public Task LoadImageAsync(ImageLoadParameters parameters, Stream imageStream, IProgress<JSONMessage> progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(imageStream);
        var content = new StreamContent(imageStream);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        var query = QueryString.Of(("quiet", QueryString.RequiredFlag(parameters.Quiet)));
        return http.ReportAsync(new EngineRequest(HttpMethod.Post, "images/load" + query) { Content = content }, progress, cancellationToken);
    }

    private static EngineRequest Request(HttpMethod method, string name, string rest)
    {
        NotEmpty.Check(name);
        return new EngineRequest(method, $"images/{name}{rest}") { NotFound = (status, body) => new DockerImageNotFoundException(status, body) };
    }
}
