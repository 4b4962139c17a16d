using System.Net;
using System.Security.Cryptography;
using ModelPipeline.Docker.Registries.Manifests;
using ModelPipeline.Docker.Registries.Transport;

namespace ModelPipeline.Docker.Registries;

/// <summary>Fetches blobs into a folder, each once, under the hexadecimal digits of its digest.</summary>
/// <param name="session">The repository.</param>
/// <param name="folder">The folder.</param>
internal sealed class BlobDownload(RegistrySession session, string folder)
{
    /// <summary>Where a blob is kept.</summary>
    /// <param name="digest">Its digest.</param>
    public string PathOf(Digest digest) => Path.Combine(folder, digest.Hex);

    /// <summary>Whether a blob is kept, and is what it should be.</summary>
    /// <param name="digest">Its digest.</param>
    public bool Has(Digest digest) => File.Exists(PathOf(digest)) && Digest.OfFile(PathOf(digest)) == digest;

    /// <summary>Keeps a manifest.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task KeepAsync(RegistryManifest manifest)
    {
        Directory.CreateDirectory(folder);
        var temporary = TemporaryOf(manifest.Digest);
        try
        {
            await File.WriteAllBytesAsync(temporary, manifest.Bytes, CancellationToken.None);
            File.Move(temporary, PathOf(manifest.Digest), overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Fetches a blob that is not kept yet.</summary>
    /// <param name="blob">What the manifest says of it.</param>
    /// <param name="cancellation">Stops the fetching; nothing half-written is left.</param>
    /// <exception cref="InputException">The registry refuses or has it not.</exception>
    /// <exception cref="IOException">The registry cannot be reached, or sends something else; the file cannot be written.</exception>
    public async Task RunAsync(Descriptor blob, CancellationToken cancellation)
    {
        var digest = blob.Identify();
        using var reply = await session.ReadAsync(HttpMethod.Get, session.At($"blobs/{digest}"), [], cancellation);
        if (reply.Status != HttpStatusCode.OK)
            throw await session.RefusalAsync(reply, "give a layer of");
        Directory.CreateDirectory(folder);
        var temporary = TemporaryOf(digest);
        try
        {
            await WriteAsync(reply, temporary, digest, blob.Size, cancellation);
            File.Move(temporary, PathOf(digest), overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private string TemporaryOf(Digest digest) => $"{PathOf(digest)}.{Path.GetRandomFileName()}.tmp";

    private static async Task WriteAsync(RegistryReply reply, string path, Digest digest, long length, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 << 10];
        while (await reply.ReadAsync(buffer) is > 0 and var count)
        {
            if (file.Position + count > length)
                throw new IOException($"{reply.Address.Authority} sends more than the {length} bytes of {digest}.");
            hash.AppendData(buffer, 0, count);
            await file.WriteAsync(buffer.AsMemory(0, count), cancellation);
        }

        if (file.Position < length)
            throw new TransientException($"{reply.Address.Authority} sent {file.Position} of the {length} bytes of {digest}");
        if (Convert.ToHexStringLower(hash.GetHashAndReset()) != digest.Hex)
            throw new IOException($"{reply.Address.Authority} sent other bytes than those of {digest}.");
        file.Flush(flushToDisk: true);
    }
}
