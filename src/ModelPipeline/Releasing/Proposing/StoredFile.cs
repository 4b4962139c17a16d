using ModelPipeline.Registry;
using ModelPipeline.Storage;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>A file of a release that goes into the store of artifacts.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Artifact">Its digest and size.</param>
/// <param name="Open">Opens its bytes.</param>
internal sealed record StoredFile(string Name, ReleaseArtifact Artifact, Func<Stream> Open)
{
    /// <summary>Bytes in memory.</summary>
    public static StoredFile Of(string name, byte[] bytes) =>
        new(name, new ReleaseArtifact(Digest.Of(bytes), bytes.Length), () => new MemoryStream(bytes, writable: false));

    /// <summary>A file on disk.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static StoredFile OfFile(string name, string path) =>
        new(name, new ReleaseArtifact(Digest.OfFile(path), new FileInfo(path).Length), () => File.OpenRead(path));

    /// <summary>Stores it; where it is stored already, nothing changes.</summary>
    /// <exception cref="IOException">It cannot be stored, or changed meanwhile.</exception>
    public async Task PutAsync(IArtifactStore store, CancellationToken cancellation)
    {
        var content = Open();
        await using (content.ConfigureAwait(false))
        {
            var digest = await store.PutAsync(Name, content, cancellation).ConfigureAwait(false);
            if (digest != Artifact.Digest)
                throw new IOException($"{Name} changed while it was being stored: it is {digest} now, it was {Artifact.Digest}. Run it again.");
        }
    }
}
