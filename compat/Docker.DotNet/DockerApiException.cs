using System.Net;

namespace Docker.DotNet;

/// <summary>An engine answered with an error.</summary>
public class DockerApiException : Exception
{
    /// <summary>Describes an error.</summary>
    /// <param name="statusCode">The status of the answer.</param>
    /// <param name="responseBody">The body of the answer.</param>
    public DockerApiException(HttpStatusCode statusCode, string responseBody)
        : base($"Docker API responded with status code={statusCode}, response={responseBody}")
    {
        StatusCode = statusCode;
        ResponseBody = responseBody;
    }

    /// <summary>The status of the answer.</summary>
    public HttpStatusCode StatusCode { get; private set; }

    /// <summary>The body of the answer.</summary>
    public string ResponseBody { get; private set; }
}
