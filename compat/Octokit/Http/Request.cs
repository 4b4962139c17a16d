namespace Octokit.Internal;

/// <summary>A request.</summary>
internal sealed class Request : IRequest
{
    /// <inheritdoc/>
    public object Body { get; set; }

    /// <inheritdoc/>
    public Dictionary<string, string> Headers { get; private set; } = [];

    /// <inheritdoc/>
    public HttpMethod Method { get; set; }

    /// <inheritdoc/>
    public Uri BaseAddress { get; set; }

    /// <inheritdoc/>
    public Uri Endpoint { get; set; }

    /// <inheritdoc/>
    public string ContentType { get; set; }
}
