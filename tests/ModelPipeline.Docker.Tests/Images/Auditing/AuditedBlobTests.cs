using System.Formats.Tar;
using System.IO.Compression;
using ModelPipeline.Docker.Images.Auditing;
using ModelPipeline.Docker.Images.Layers;

namespace ModelPipeline.Docker.Tests.Images.Auditing;

public sealed class AuditedBlobTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_files_of_a_layer_are_listed(bool isCompressed)
    {
        var blob = AuditedBlob.Read(Entry(isCompressed), new LayerReader(4096, 2), TestContext.Current.CancellationToken);

        blob.Files.Select(file => file.Path).ShouldBe(["a", "b"]);
        blob.DiffId.ShouldBe(Digest.Of(Tar()));
    }

    [Theory]
    [InlineData(true, 2047, 2)]
    [InlineData(false, 2047, 2)]
    [InlineData(true, 4096, 1)]
    [InlineData(false, 4096, 1)]
    public void A_layer_that_unpacks_to_too_much_is_refused(bool isCompressed, int mostBytes, int mostEntries) =>
        Should.Throw<InvalidDataException>(() => AuditedBlob.Read(Entry(isCompressed), new LayerReader(mostBytes, mostEntries), TestContext.Current.CancellationToken));

    [Fact]
    public void The_limits_are_those_of_all_layers()
    {
        var reader = new LayerReader(mostEntries: 3);
        AuditedBlob.Read(Entry(isCompressed: true), reader, TestContext.Current.CancellationToken);

        Should.Throw<InvalidDataException>(() => AuditedBlob.Read(Entry(isCompressed: true), reader, TestContext.Current.CancellationToken));
    }

    private static UstarTarEntry Entry(bool isCompressed) => new(TarEntryType.RegularFile, "blob") { DataStream = new MemoryStream(isCompressed ? Compressed() : Tar()) };

    private static byte[] Compressed()
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Tar());
        return bytes.ToArray();
    }

    private static byte[] Tar()
    {
        var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar))
        {
            foreach (var name in (string[])["a", "b"])
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { ModificationTime = DateTimeOffset.UnixEpoch });
        }

        return bytes.ToArray();
    }
}
