using ModelPipeline.Storage;

namespace ModelPipeline.Tests.Releasing.Proposing;

/// <summary>Artifacts of one tag in memory.</summary>
internal sealed class ProposalStore(RemoteCalls calls) : IArtifactStore
{
    /// <summary>The stored bytes by digest, with the name that they were stored under last.</summary>
    public Dictionary<Digest, (string Name, byte[] Bytes)> Stored { get; } = [];

    public Task<Digest> PutAsync(string name, Stream content, CancellationToken cancellation) => calls.Change($"store {name}", () =>
    {
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        var digest = Digest.Of(bytes.ToArray());
        return (digest, Stored.TryAdd(digest, (name, bytes.ToArray())));
    });

    public Task<Stream> OpenAsync(Digest digest, CancellationToken cancellation) => throw new NotSupportedException();
}
