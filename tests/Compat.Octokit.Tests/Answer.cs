using System.Net;
using Octokit;

namespace Compat.Octokit.Tests;

/// <summary>An answer that a test gives.</summary>
internal sealed class Answer : IResponse
{
    public object Body { get; init; } = "";

    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    public ApiInfo ApiInfo { get; init; } = new(new Dictionary<string, Uri>(), [], [], "", new RateLimit(60, 59, 1_700_000_000));

    public HttpStatusCode StatusCode { get; init; } = HttpStatusCode.OK;

    public string ContentType { get; init; } = "application/json";
}
