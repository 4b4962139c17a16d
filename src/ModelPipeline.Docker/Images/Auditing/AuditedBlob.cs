using System.Formats.Tar;
using System.IO.Compression;

namespace ModelPipeline.Docker.Images.Auditing;

/// <summary>What a blob of an archive turned out to be.</summary>
/// <param name="Digest">The digest of its bytes.</param>
/// <param name="Bytes">How many there are.</param>
/// <param name="Text">Its bytes where it is a small document.</param>
/// <param name="DiffId">The digest of its uncompressed bytes where it is a layer.</param>
/// <param name="Files">Its files and folders where it is a layer.</param>
internal sealed record AuditedBlob(Digest Digest, long Bytes, byte[] Text, Digest? DiffId, IReadOnlyList<LayerFile> Files)
{
    private const long LargestText = 4 << 20;

    /// <summary>Reads a file of an archive.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataException">It is a damaged layer.</exception>
    public static AuditedBlob Read(TarEntry entry, CancellationToken cancellation)
    {
        var stream = entry.DataStream ?? Stream.Null;
        var isLayer = stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
        stream.Position = 0;
        using var hashing = new HashingStream(stream);
        if (isLayer)
        {
            var (diffId, files) = ReadLayer(hashing, cancellation);
            return new AuditedBlob(hashing.Digest, hashing.Bytes, [], diffId, files);
        }

        using var text = new MemoryStream();
        hashing.CopyTo(entry.Length <= LargestText ? text : Stream.Null);
        return new AuditedBlob(hashing.Digest, hashing.Bytes, text.ToArray(), null, []);
    }

    private static (Digest DiffId, IReadOnlyList<LayerFile> Files) ReadLayer(HashingStream compressed, CancellationToken cancellation)
    {
        var files = new List<LayerFile>();
        using var gzip = new GZipStream(compressed, CompressionMode.Decompress, leaveOpen: true);
        using var plain = new HashingStream(gzip);
        using (var tar = new TarReader(plain, leaveOpen: true))
        {
            while (tar.GetNextEntry() is { } entry)
            {
                cancellation.ThrowIfCancellationRequested();
                files.Add(new LayerFile(PathOf(entry.Name), entry.EntryType, entry.Mode, DigestOf(entry)));
            }
        }

        plain.CopyTo(Stream.Null);
        compressed.CopyTo(Stream.Null);
        return (plain.Digest, files);
    }

    private static string PathOf(string name) => (name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name).Trim('/');

    private static Digest? DigestOf(TarEntry entry)
    {
        if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
            return null;
        using var hashing = new HashingStream(entry.DataStream ?? Stream.Null);
        hashing.CopyTo(Stream.Null);
        return hashing.Digest;
    }
}
