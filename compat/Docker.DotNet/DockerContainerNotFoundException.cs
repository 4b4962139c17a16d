using System.Net;

namespace Docker.DotNet;

/// <summary>A container is not there.</summary>
/// <param name="statusCode">The status of the answer.</param>
/// <param name="responseBody">The body of the answer.</param>
public class DockerContainerNotFoundException(HttpStatusCode statusCode, string responseBody) : DockerApiException(statusCode, responseBody);
