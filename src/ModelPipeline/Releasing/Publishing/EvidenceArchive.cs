using System.IO.Compression;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>A release's <c>evidence.zip</c>. Equal files give equal archives.</summary>
internal static class EvidenceArchive
{
    /// <summary>The archive's name.</summary>
    public const string FileName = "evidence.zip";

    private static readonly DateTimeOffset FixedTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The archive of files by name, in ordinal order.</summary>
    public static byte[] Pack(SortedDictionary<string, byte[]> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = FixedTime;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
