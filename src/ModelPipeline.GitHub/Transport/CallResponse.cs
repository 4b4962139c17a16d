using System.Net;
using Octokit;

namespace ModelPipeline.GitHub.Transport;

/// <summary>An answer as Octokit takes it.</summary>
/// <param name="response">Its head.</param>
/// <param name="body">Its body: a text, or a file's bytes.</param>
internal sealed class CallResponse(HttpResponseMessage response, object body) : IResponse
{
    /// <inheritdoc/>
    public object Body { get; } = body;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Headers { get; } =
        response.Headers.NonValidated.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);

    /// <summary>Empty: limits and pages are read from the headers, strictly.</summary>
    public ApiInfo ApiInfo { get; } = new(new Dictionary<string, Uri>(), [], [], string.Empty, new RateLimit(0, 0, 0));

    /// <inheritdoc/>
    public HttpStatusCode StatusCode { get; } = response.StatusCode;

    /// <inheritdoc/>
    public string ContentType { get; } = response.Content.Headers.ContentType?.MediaType ?? string.Empty;
}
