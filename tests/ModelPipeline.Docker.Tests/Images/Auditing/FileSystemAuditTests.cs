using System.Formats.Tar;
using System.Text.Json;
using ModelPipeline.Docker.Images.Auditing;

namespace ModelPipeline.Docker.Tests.Images.Auditing;

public sealed class FileSystemAuditTests
{
    private const UnixFileMode All = UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    [Theory]
    [InlineData("etc/.wh.open")]
    [InlineData("etc/.wh..wh..opq")]
    [InlineData(".wh.etc")]
    public void A_file_that_a_later_layer_removes_is_not_judged(string whiteout) =>
        FaultsOf([File("etc/open")], [File(whiteout)]).ShouldBeEmpty();

    [Theory]
    [InlineData("etc/.wh.ope")]
    [InlineData("etc/open/.wh..wh..opq")]
    [InlineData("other/.wh..wh..opq")]
    public void A_file_that_is_not_removed_is_judged(string whiteout) => FaultsOf([File("etc/open")], [File(whiteout)]).ShouldHaveSingleItem().ShouldContain("'/etc/open'");

    [Fact]
    public void A_layer_removes_nothing_of_its_own() => FaultsOf([], [File("etc/.wh..wh..opq"), File("etc/open"), File("etc/.wh.open")]).ShouldHaveSingleItem();

    [Theory]
    [InlineData("app/.wh.ModelPipeline.Scoring")]
    [InlineData(".wh..wh..opq")]
    public void A_program_that_is_removed_is_missing(string whiteout) => FaultsOf([], [File(whiteout)]).ShouldHaveSingleItem().ShouldContain("has no program");

    [Fact]
    public void A_device_that_all_may_write_to_is_as_it_should_be() => FaultsOf([File("dev/null", TarEntryType.CharacterDevice)]).ShouldBeEmpty();

    [Fact]
    public void A_disk_that_all_may_write_to_is_a_fault() => FaultsOf([File("dev/sda", TarEntryType.BlockDevice)]).ShouldHaveSingleItem().ShouldContain("'/dev/sda'");

    private static LayerFile File(string path, TarEntryType type = TarEntryType.RegularFile) => new(path, type, All, null);

    private static List<string> FaultsOf(params LayerFile[][] layers)
    {
        using var config = JsonDocument.Parse($$$$"""{"config":{"Labels":{"modelpipeline.bundle.digest":"{{{{Digest.Of("")}}}}"}}}""");
        var program = new LayerFile("app/ModelPipeline.Scoring", TarEntryType.RegularFile, UnixFileMode.OtherExecute, Digest.Of("program"));
        return [.. FileSystemAudit.FaultsOf(config.RootElement, [Layer([program]), .. layers.Select(Layer)])];
    }

    private static AuditedBlob Layer(LayerFile[] files) => new(Digest.Of("blob"), 0, [], Digest.Of("layer"), files);
}
