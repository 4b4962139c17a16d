using System.Text;

namespace Shared.GitHub;

/// <summary>A request that the double was sent.</summary>
/// <param name="Number">Its place since the start, from 1.</param>
/// <param name="Server">Which of its hosts was asked: <c>api</c>, <c>uploads</c> or <c>downloads</c>.</param>
/// <param name="Method">The verb.</param>
/// <param name="Path">The path without the prefix, unescaped, for example <c>repos/acme/models/pulls/1</c>.</param>
/// <param name="Query">The query's values.</param>
/// <param name="Headers">The headers, by name without case.</param>
/// <param name="Body">The body.</param>
/// <param name="Time">When it came.</param>
internal sealed record FakeRequest(
    int Number,
    string Server,
    string Method,
    string Path,
    IReadOnlyDictionary<string, string> Query,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body,
    DateTimeOffset Time)
{
    /// <summary>Whether it asks for a change. GraphQL is only asked.</summary>
    public bool IsMutating => Method is not ("GET" or "HEAD") && Path != "graphql";

    /// <summary>Whether it makes content, which counts towards the secondary limit.</summary>
    public bool IsCreating => IsMutating && Method != "DELETE";

    /// <summary>Whether it came before the time that an earlier answer named.</summary>
    public bool IsEarly { get; set; }

    /// <summary>The status of its answer; <see langword="null"/> where it was not processed, or not yet.</summary>
    public int? Status { get; set; }

    /// <summary>Whether the answer was lost or damaged on its way.</summary>
    public bool IsLost { get; set; }

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

    public override string ToString() => $"{Method} {Path} {Status}";
}
