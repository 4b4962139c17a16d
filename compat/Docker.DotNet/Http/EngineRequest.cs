using System.Net;

namespace Docker.DotNet.Http;

/// <summary>A request to an engine.</summary>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path behind the version, with its query.</param>
internal sealed record EngineRequest(HttpMethod Method, string Path)
{
    /// <summary>The body, if any.</summary>
    public HttpContent Content { get; init; }

    /// <summary>Whether the answer may take as long as it likes.</summary>
    public bool HasNoTimeout { get; init; }

    /// <summary>The exception for an answer that says 404.</summary>
    public Func<HttpStatusCode, string, DockerApiException> NotFound { get; init; } = (status, body) => new DockerApiException(status, body);
}
