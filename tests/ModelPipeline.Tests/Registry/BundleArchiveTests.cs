using System.IO.Compression;
using ModelPipeline.Registry;
using ModelPipeline.Tests.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Registry;

public sealed class BundleArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BundleArchiveTests()
    {
        _folder.Write("bundle/bundle.json", "{}");
        _folder.Write("bundle/trees/0.bin", "weights");
        _folder.Write("bundle/Ünï.bin", "");
    }

    private string Bundle => _folder["bundle"];

    private string Archive => _folder["bundle.zip"];

    private string Unpacked => _folder["unpacked"];

    [Fact]
    public void A_bundle_comes_out_as_it_went_in_and_replaces_what_was_there()
    {
        File.WriteAllBytes(Archive, BundleArchive.Pack(Bundle));
        _folder.Write("unpacked/old.bin", "old");

        BundleArchive.Unpack(Archive, Unpacked, BundleDigest.Of(Bundle));

        BundleDigest.Of(Unpacked).ShouldBe(BundleDigest.Of(Bundle));
        _folder.Entries().ShouldNotContain("unpacked/old.bin");
    }

    [Fact]
    public void A_packed_bundle_is_read_without_unpacking()
    {
        using var archive = new MemoryStream(BundleArchive.Pack(Bundle));

        var read = BundleArchive.Read(archive);

        read.Digest.ShouldBe(BundleDigest.Of(Bundle));
        read.Manifest.ToArray().ShouldBe("{}"u8.ToArray());
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("/evil.txt")]
    [InlineData("bundle.json|bundle.json")]
    public void A_hostile_archive_is_not_read(string names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names.Split('|'))
                zip.CreateEntry(name);

        Should.Throw<InvalidDataException>(() => BundleArchive.Read(bytes));
        Should.Throw<InvalidDataException>(() => BundleArchive.Read(new MemoryStream([1, 2, 3])));
    }

    /// <summary>Programs that go by the headers before the files would unpack something else than those that go by the directory.</summary>
    [Theory]
    [InlineData("before")]
    [InlineData("between")]
    [InlineData("behind")]
    [InlineData("name")]
    [InlineData("size")]
    public void An_archive_that_holds_more_than_its_directory_tells_is_not_read(string where)
    {
        var archive = BundleArchive.Pack(Bundle);
        byte[] hidden = [.. "PK\u0003\u0004"u8, .. new byte[26]];
        byte[] hostile = where switch
        {
            "before" => [.. hidden, .. archive],
            "between" => [.. archive[..^22], .. hidden, .. archive[^22..]],
            "behind" => [.. archive, .. hidden],
            _ => [.. archive],
        };
        if (where == "name")
            hostile[30] ^= 1;
        if (where == "size")
            hostile[18] ^= 1;

        Should.Throw<InvalidDataException>(() => BundleArchive.Read(new MemoryStream(hostile)));
    }

    [Fact]
    public void Equal_bundles_are_equal_archives_whenever_and_wherever_they_are_packed()
    {
        _folder.Write("copy/Ünï.bin", "");
        _folder.Write("copy/trees/0.bin", "weights");
        _folder.Write("copy/bundle.json", "{}");
        File.SetLastWriteTimeUtc(_folder["copy/bundle.json"], new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc));

        BundleArchive.Pack(_folder["copy"]).ShouldBe(BundleArchive.Pack(Bundle));
    }

    [Theory]
    [InlineData("../evil.txt")]
    [InlineData("trees/../../evil.txt")]
    [InlineData("/evil.txt")]
    [InlineData("C:/evil.txt")]
    [InlineData("..\\evil.txt")]
    [InlineData("./bundle.json")]
    [InlineData("trees//evil.txt")]
    [InlineData("trees/")]
    [InlineData("nul\0.txt")]
    public void A_file_that_would_lie_elsewhere_is_refused(string name)
    {
        Write((name, "evil"));
        var before = _folder.Entries();

        ShouldBeRefused("is no file within the bundle");

        _folder.Entries().ShouldBe(before);
    }

    [Fact]
    public void A_file_that_is_there_twice_is_refused()
    {
        Write(("bundle.json", "{}"), ("bundle.json", "{ }"));

        ShouldBeRefused("bundle.json");
    }

    [Fact]
    public void Too_many_files_are_refused()
    {
        Write([.. Enumerable.Range(0, 1001).Select(file => ($"{file}", ""))]);

        ShouldBeRefused("it holds more than 1000 files");
    }

    [Fact]
    public void More_bytes_than_any_bundle_has_are_refused_however_well_they_are_packed()
    {
        using (var zip = ZipFile.Open(Archive, ZipArchiveMode.Create))
        using (var content = zip.CreateEntry("zeros", CompressionLevel.Fastest).Open())
        {
            var zeros = new byte[1 << 20];
            for (var mebibyte = 0; mebibyte <= 256; mebibyte++)
                content.Write(zeros);
        }

        ShouldBeRefused("it holds more than 256 MB");
    }

    [Fact]
    public void Another_bundle_than_was_released_is_refused_and_what_was_unpacked_before_stays()
    {
        File.WriteAllBytes(Archive, BundleArchive.Pack(Bundle));
        _folder.Write("unpacked/bundle.json", "before");
        File.AppendAllText(Path.Combine(Bundle, "bundle.json"), " ");

        ShouldBeRefused($"expected {BundleDigest.Of(Bundle)}");

        File.ReadAllText(_folder["unpacked/bundle.json"]).ShouldBe("before");
    }

    [Fact]
    public void A_bundle_that_is_not_there_is_refused() => ShouldBeRefused("bundle.zip");

    [Fact]
    public void A_truncated_archive_is_refused_wherever_it_ends()
    {
        var bytes = BundleArchive.Pack(Bundle);

        for (var length = 0; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(Archive, bytes[..length]);
            ShouldBeRefused("cannot be unpacked");
        }
    }

    [Fact]
    public void A_flipped_bit_is_refused_or_changes_nothing()
    {
        var bytes = BundleArchive.Pack(Bundle);
        var digest = BundleDigest.Of(Bundle);

        for (var at = 0; at < bytes.Length; at++)
        {
            bytes[at] ^= 1;
            File.WriteAllBytes(Archive, bytes);
            bytes[at] ^= 1;
            try
            {
                BundleArchive.Unpack(Archive, Unpacked, digest);
                BundleDigest.Of(Unpacked).ShouldBe(digest);
            }
            catch (InputException fault)
            {
                fault.Message.ShouldStartWith($"The released bundle {Archive} cannot be unpacked: ");
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private void ShouldBeRefused(string reason)
    {
        var fault = Should.Throw<InputException>(() => BundleArchive.Unpack(Archive, Unpacked, BundleDigest.Of(Bundle)));

        fault.Message.ShouldStartWith($"The released bundle {Archive} cannot be unpacked: ");
        fault.Message.ShouldContain(reason);
        fault.Message.ShouldEndWith("Restore it from version control.");
    }

    private void Write(params (string Name, string Content)[] files)
    {
        using var zip = ZipFile.Open(Archive, ZipArchiveMode.Create);
        foreach (var (name, content) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(content);
        }
    }
}
