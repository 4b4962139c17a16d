using System.Net;
using System.Net.Http.Headers;
using ModelPipeline.Docker.Registries.Transport;

namespace ModelPipeline.Docker.Registries.Manifests;

/// <summary>The manifests of a repository.</summary>
/// <param name="session">The repository.</param>
internal sealed class ManifestStore(RegistrySession session)
{
    /// <summary>Reads a manifest and verifies its digest.</summary>
    /// <param name="version">A tag or a digest.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>The manifest; <see langword="null"/> where there is none.</returns>
    /// <exception cref="InputException">The registry refuses, or the manifest is too long.</exception>
    /// <exception cref="IOException">The registry cannot be reached, or what it sent is not what it says or was asked.</exception>
    public async Task<RegistryManifest?> FindAsync(string version, CancellationToken cancellation)
    {
        using var reply = await session.ReadAsync(HttpMethod.Get, session.At($"manifests/{version}"), MediaTypes.Accepted, cancellation);
        if (reply.Status == HttpStatusCode.NotFound)
            return null;
        if (reply.Status != HttpStatusCode.OK)
            throw await session.RefusalAsync(reply, "give the manifest of");
        try
        {
            var bytes = await reply.ReadAllAsync(ManifestDocument.LongestBytes);
            var digest = Digest.Of(bytes);
            ContentDigest.Verify(reply, digest);
            if (Digest.TryParse(version, out var expected) && expected != digest)
                throw new IOException($"{reply.Address.Authority} sent another manifest than {expected}: {digest}.");
            return new RegistryManifest(digest, reply.ContentHeaders.ContentType?.MediaType, bytes);
        }
        catch (InvalidDataException fault)
        {
            throw new InputException($"The manifest of {session.Reference} cannot be used: {fault.Message}.", fault);
        }
    }

    /// <summary>Puts a manifest under a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="manifest">The manifest.</param>
    /// <param name="cancellation">Stops the sending.</param>
    /// <exception cref="InputException">The registry refuses.</exception>
    /// <exception cref="IOException">The registry cannot be reached, or says that it has something else.</exception>
    public async Task WriteAsync(string tag, RegistryManifest manifest, CancellationToken cancellation)
    {
        using var reply = await session.SendAsync(
            HttpMethod.Put,
            session.At($"manifests/{tag}"),
            _ => new ByteArrayContent(manifest.Bytes) { Headers = { ContentType = new MediaTypeHeaderValue(manifest.MediaType!) } },
            [],
            cancellation);
        if (reply.Status != HttpStatusCode.Created)
            throw await session.RefusalAsync(reply, "take the manifest of");
        ContentDigest.Verify(reply, manifest.Digest);
    }
}
