using System.IO.Compression;

namespace Shared.Engines;

/// <summary>What compression hides in a model's files.</summary>
internal static class ArchiveContents
{
    /// <summary>The time of an entry that tells none: the first that the format knows.</summary>
    private static readonly DateTime NoTime = new(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>A file's bytes, and those of each entry where it is a zip archive, whose entries must tell no time.</summary>
    public static IEnumerable<byte[]> WithThemselves(string file)
    {
        var bytes = File.ReadAllBytes(file);
        return bytes.AsSpan().StartsWith("PK\x03\x04"u8) ? [bytes, .. Entries(bytes)] : [bytes];
    }

    private static List<byte[]> Entries(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        archive.Entries.ShouldAllBe(entry => entry.LastWriteTime.DateTime == NoTime);
        return [.. archive.Entries.Select(Read)];
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.ToArray();
    }
}
