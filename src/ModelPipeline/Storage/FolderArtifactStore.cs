using System.Security.Cryptography;

namespace ModelPipeline.Storage;

/// <summary>Keeps artifacts in a folder, one file each, named by its digest.</summary>
/// <param name="folder">The folder; made when something is first stored.</param>
public sealed class FolderArtifactStore(string folder) : IArtifactStore
{
    /// <inheritdoc/>
    public async Task<Digest> PutAsync(string name, Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        Directory.CreateDirectory(folder);
        var temporary = Path.Combine(folder, Path.GetRandomFileName() + ".tmp");
        try
        {
            await using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await content.CopyToAsync(file, cancellation).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            var digest = Digest.OfFile(temporary);
            File.Move(temporary, PathOf(digest), overwrite: true);
            return digest;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(Digest digest, CancellationToken cancellation)
    {
        var file = new FileStream(PathOf(digest), FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            var found = Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellation).ConfigureAwait(false));
            if (found != digest.Hex)
                throw new InvalidDataException($"The artifact {digest} was changed: its bytes now have the digest sha256:{found}.");
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private string PathOf(Digest digest) => Path.Combine(folder, digest.Hex);
}
