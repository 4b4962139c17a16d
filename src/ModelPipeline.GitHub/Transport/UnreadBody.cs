using Octokit.Internal;

namespace ModelPipeline.GitHub.Transport;

/// <summary>Leaves bodies to us: Octokit's reading gives defaults to members that are missing.</summary>
internal sealed class UnreadBody : IJsonSerializer
{
    /// <inheritdoc/>
    public string Serialize(object item) => throw new NotSupportedException("Bodies are written before they get here.");

    /// <inheritdoc/>
    public T Deserialize<T>(string json) => default!;
}
