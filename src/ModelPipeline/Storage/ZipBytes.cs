using System.Buffers.Binary;
using System.IO.Compression;

namespace ModelPipeline.Storage;

/// <summary>Writes ZIP archives that say the same of equal files, whatever the system, the time and the user.</summary>
internal static class ZipBytes
{
    private const int PlainFile = 0x81A4 << 16;
    private const byte Unix = 3;
    private const int EndBytes = 22;
    private const int EntryBytes = 46;
    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The archive of files, in their order.</summary>
    public static byte[] Pack(IEnumerable<(string Name, byte[] Content)> files, CompressionLevel level)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, level);
                entry.LastWriteTime = FixedTime;
                entry.ExternalAttributes = PlainFile;
                using var to = entry.Open();
                to.Write(content);
            }
        }

        var bytes = stream.ToArray();
        SetPlatform(bytes);
        return bytes;
    }

    /// <summary>Has every entry say that it was made on Unix, as its permissions are meant (APPNOTE 4.4.2): the library says where it runs.</summary>
    /// <param name="archive">An archive without a comment, and smaller than needs ZIP64.</param>
    internal static void SetPlatform(Span<byte> archive)
    {
        var end = archive[^EndBytes..];
        var at = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(end[16..]));
        for (var left = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]); left > 0; left--)
        {
            var entry = archive[at..];
            entry[5] = Unix;
            at += EntryBytes + BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        }
    }
}
