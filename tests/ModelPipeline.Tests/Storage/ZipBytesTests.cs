using System.IO.Compression;
using ModelPipeline.Storage;

namespace ModelPipeline.Tests.Storage;

public sealed class ZipBytesTests
{
    private static readonly (string, byte[])[] Files = [("a.json", [1, 2, 3]), ("b/c.json", [4])];

    [Fact]
    public void Every_entry_says_the_same_platform_and_permissions_on_every_system()
    {
        var archive = ZipBytes.Pack(Files, CompressionLevel.NoCompression);

        Platforms(archive).ShouldBe([3, 3]);
        using var zip = new ZipArchive(new MemoryStream(archive));
        zip.Entries.ShouldAllBe(entry => entry.ExternalAttributes == 0x81A4 << 16);
        zip.Entries.Select(entry => entry.FullName).ShouldBe(["a.json", "b/c.json"]);
    }

    [Fact]
    public void What_another_system_says_is_replaced()
    {
        var archive = ZipBytes.Pack(Files, CompressionLevel.NoCompression);
        var other = archive.ToArray();
        foreach (var at in Entries(other))
            other[at + 5] = 0;

        ZipBytes.SetPlatform(other);

        other.ShouldBe(archive);
    }

    private static IEnumerable<byte> Platforms(byte[] archive) => Entries(archive).Select(at => archive[at + 5]);

    /// <summary>Where the entries of the central directory start.</summary>
    private static IEnumerable<int> Entries(byte[] archive) =>
        Enumerable.Range(0, archive.Length - 4).Where(at => archive.AsSpan(at, 4).SequenceEqual("PK\u0001\u0002"u8)).ToList();
}
