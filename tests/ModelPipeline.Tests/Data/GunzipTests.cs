using System.IO.Compression;
using System.Security.Cryptography;
using ModelPipeline.Data;
using ModelPipeline.Data.Reading;

namespace ModelPipeline.Tests.Data;

public sealed class GunzipTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 4096).SelectMany(i => SHA256.HashData(BitConverter.GetBytes(i)))];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(26)]
    [InlineData(65_536)]
    [InlineData(131_072)]
    public void Gives_back_what_was_compressed(int length) =>
        Read(DataFolder.Gzip(Content[..length])).ShouldBe(Content[..length]);

    [Fact]
    public void Every_truncation_is_noticed()
    {
        var compressed = DataFolder.Gzip("id,x,y\n" + string.Concat(Enumerable.Range(0, 100).Select(i => $"{i},{i * i},yes\n")));

        for (var length = 1; length < compressed.Length; length++)
            Should.Throw<InvalidDataException>(() => Read(compressed[..length]), $"of {compressed.Length} bytes {length} were there");
    }

    [Fact]
    public void A_truncation_that_leaves_plausible_bytes_is_noticed()
    {
        var stored = DataFolder.Gzip(Content, CompressionLevel.NoCompression);

        Should.Throw<InvalidDataException>(() => Read(stored[..1000]));
        Should.Throw<InvalidDataException>(() => Read(stored[..(stored.Length / 2)]));
    }

    [Fact]
    public void Bytes_after_the_end_are_noticed() =>
        Should.Throw<InvalidDataException>(() => Read([.. DataFolder.Gzip("id,x,y\n"), .. "a,1,yes\n"u8]));

    [Fact]
    public void A_truncated_second_member_is_noticed()
    {
        var member = DataFolder.Gzip("id,x,y\n");

        Should.Throw<InvalidDataException>(() => Read([.. member, .. member[..^3]]));
        Should.Throw<InvalidDataException>(() => Read([.. member, .. member[..3]]));
    }

    [Fact]
    public void A_changed_byte_is_noticed()
    {
        var compressed = DataFolder.Gzip(Content);
        compressed[compressed.Length / 2] ^= 1;

        Should.Throw<InvalidDataException>(() => Read(compressed));
    }

    [Fact]
    public void Too_much_content_is_refused()
    {
        var compressed = DataFolder.Gzip(new byte[3 << 20]);

        Read(compressed, limit: 3 << 20).Length.ShouldBe(3 << 20);
        Should.Throw<InvalidDataException>(() => Read(compressed, limit: (3 << 20) - 1)).Message.ShouldStartWith("decompresses to more than 2 MiB");
    }

    [Theory]
    [InlineData("id,x,y\na,1,yes\n")]
    [InlineData("")]
    public void A_file_that_only_says_it_is_compressed_is_refused(string content)
    {
        using var folder = new DataFolder().With("data.csv.gz", content);

        Should.Throw<DataException>(() => folder.Read(Given.Spec() with { Path = "data.csv.gz" })).Faults
            .ShouldBe([content == ""
                ? "data.csv.gz is empty"
                : "data.csv.gz is not a complete gzip file (truncated, corrupt, or something else): fetch or compress it again"]);
    }

    private static byte[] Read(byte[] compressed, long limit = long.MaxValue)
    {
        using var stream = new GunzipStream(new MemoryStream(compressed), limit);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
