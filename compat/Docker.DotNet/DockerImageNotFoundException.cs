using System.Net;

namespace Docker.DotNet;

/// <summary>An image is not there.</summary>
/// <param name="statusCode">The status of the answer.</param>
/// <param name="body">The body of the answer.</param>
public class DockerImageNotFoundException(HttpStatusCode statusCode, string body) : DockerApiException(statusCode, body);
