using System.Formats.Tar;
using System.IO.Compression;
using ModelPipeline.Docker.Images.Layers;

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
    private const int HeaderBytes = 512;
    private const int TarMark = 257;

    /// <summary>Reads a file of an archive.</summary>
    /// <param name="entry">The file.</param>
    /// <param name="reader">Reads it where it is a layer.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataException">It is a damaged layer, or unpacks to too much.</exception>
    public static AuditedBlob Read(TarEntry entry, LayerReader reader, CancellationToken cancellation)
    {
        var stream = entry.DataStream ?? Stream.Null;
        var first = new byte[HeaderBytes];
        stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        using var hashing = new HashingStream(stream);
        var isCompressed = first.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);
        if (isCompressed || first.AsSpan(TarMark).StartsWith("ustar"u8))
        {
            var (diffId, files) = ReadLayer(hashing, isCompressed, reader, cancellation);
            return new AuditedBlob(hashing.Digest, hashing.Bytes, [], diffId, files);
        }

        using var text = new MemoryStream();
        hashing.CopyTo(entry.Length <= LargestText ? text : Stream.Null);
        return new AuditedBlob(hashing.Digest, hashing.Bytes, text.ToArray(), null, []);
    }

    private static (Digest DiffId, IReadOnlyList<LayerFile> Files) ReadLayer(HashingStream blob, bool isCompressed, LayerReader reader, CancellationToken cancellation)
    {
        using var gzip = isCompressed ? new GZipStream(blob, CompressionMode.Decompress, leaveOpen: true) : null;
        using var plain = new HashingStream(reader.Limit(gzip ?? (Stream)blob));
        var files = reader.Entries(plain, cancellation).Select(entry => new LayerFile(PathOf(entry.Name), entry.EntryType, entry.Mode, DigestOf(entry))).ToList();
        plain.CopyTo(Stream.Null);
        blob.CopyTo(Stream.Null);
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
