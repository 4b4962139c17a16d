using System.Text;
using ModelPipeline.Storage;

namespace ModelPipeline.Tests.Storage;

public sealed class AtomicFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_file_is_written_with_its_folders_and_nothing_beside_it()
    {
        AtomicFile.WriteText(_folder["a/b/file.txt"], "Grüße\n");

        File.ReadAllBytes(_folder["a/b/file.txt"]).ShouldBe(Encoding.UTF8.GetBytes("Grüße\n"));
        _folder.Entries().ShouldBe(["a", "a/b", "a/b/file.txt"]);
    }

    [Fact]
    public void A_file_takes_the_place_of_the_old_one()
    {
        _folder.Write("file.txt", "a longer old text");

        AtomicFile.WriteText(_folder["file.txt"], "new");

        File.ReadAllText(_folder["file.txt"]).ShouldBe("new");
        _folder.Entries().ShouldBe(["file.txt"]);
    }

    [Fact]
    public void What_a_killed_run_left_under_the_temporary_name_is_overwritten()
    {
        _folder.Write("file.txt.tmp", "half of somethi");

        AtomicFile.WriteText(_folder["file.txt"], "new");

        File.ReadAllText(_folder["file.txt"]).ShouldBe("new");
        _folder.Entries().ShouldBe(["file.txt"]);
    }

    [Fact]
    public void Where_the_target_cannot_be_replaced_it_is_untouched_and_no_temporary_file_is_left()
    {
        _folder.Write("file.txt/inside", "old");

        Should.Throw<Exception>(() => AtomicFile.WriteText(_folder["file.txt"], "new")).ShouldBeCannotWrite();

        File.ReadAllText(_folder["file.txt/inside"]).ShouldBe("old");
        _folder.Entries().ShouldBe(["file.txt", "file.txt/inside"]);
    }

    [Fact]
    public void Where_the_temporary_file_cannot_be_written_the_old_content_survives_and_the_cause_is_told()
    {
        _folder.Write("file.txt", "old");
        _folder.Write("file.txt.tmp/inside", "in the way");

        var fault = Should.Throw<Exception>(() => AtomicFile.WriteText(_folder["file.txt"], "new"));

        fault.ShouldBeCannotWrite();
        fault.Message.ShouldContain("file.txt.tmp");
        File.ReadAllText(_folder["file.txt"]).ShouldBe("old");
    }

    [Fact]
    public void A_file_where_its_folder_should_be_is_told()
    {
        _folder.Write("folder", "a file");

        Should.Throw<Exception>(() => AtomicFile.WriteText(_folder["folder/file.txt"], "new")).ShouldBeCannotWrite();
    }

    public void Dispose() => _folder.Dispose();
}
