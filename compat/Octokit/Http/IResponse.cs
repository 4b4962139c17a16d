using System.Net;

namespace Octokit;

/// <summary>An answer.</summary>
public interface IResponse
{
    /// <summary>The body: a string, or a stream where it is binary.</summary>
    object Body { get; }

    /// <summary>The headers, each with its first value.</summary>
    IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>What headers say of the API.</summary>
    ApiInfo ApiInfo { get; }

    /// <summary>The status.</summary>
    HttpStatusCode StatusCode { get; }

    /// <summary>The media type of the body.</summary>
    string ContentType { get; }
}
