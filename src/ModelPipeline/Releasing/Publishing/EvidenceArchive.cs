using System.IO.Compression;
using ModelPipeline.Storage;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>A release's <c>evidence.zip</c>. Equal files give equal archives.</summary>
internal static class EvidenceArchive
{
    /// <summary>The archive's name.</summary>
    public const string FileName = "evidence.zip";

    /// <summary>The archive of files by name, in ordinal order.</summary>
    public static byte[] Pack(SortedDictionary<string, byte[]> files) => ZipBytes.Pack(files.Select(file => (file.Key, file.Value)), CompressionLevel.NoCompression);
}
