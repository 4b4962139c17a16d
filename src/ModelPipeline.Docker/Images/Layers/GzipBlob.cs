using System.IO.Compression;

namespace ModelPipeline.Docker.Images.Layers;

/// <summary>Writes compressed blobs whose bytes depend on nothing but what is compressed.</summary>
internal static class GzipBlob
{
    private const int HeaderBytes = 10;

    /// <summary>Changes whenever the same bytes may be compressed to others: the compressor comes with .NET.</summary>
    public static string Writer { get; } = $"gzip 1 of .NET {Environment.Version}";

    /// <summary>RFC 1952, 2.3: no flags, no time, no hint at the level, unknown operating system.</summary>
    private static ReadOnlySpan<byte> Header => [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255];

    /// <summary>Compresses into a file.</summary>
    /// <param name="file">The file, empty.</param>
    /// <param name="write">Writes what is compressed.</param>
    /// <returns>The digests of the file, and of what was compressed.</returns>
    public static (Digest Compressed, Digest DiffId) Write(FileStream file, Action<Stream> write)
    {
        Digest diffId;
        using (var gzip = new GZipStream(file, CompressionLevel.SmallestSize, leaveOpen: true))
        using (var hashing = new HashingStream(gzip))
        {
            write(hashing);
            diffId = hashing.Digest;
        }

        // What the library writes here differs from one operating system to another.
        file.Position = 0;
        file.Write(Header[..HeaderBytes]);
        file.Position = 0;
        using var reading = new HashingStream(file);
        reading.CopyTo(Stream.Null);
        return (reading.Digest, diffId);
    }
}
