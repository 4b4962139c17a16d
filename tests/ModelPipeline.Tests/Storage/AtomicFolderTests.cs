using ModelPipeline.Storage;

namespace ModelPipeline.Tests.Storage;

public sealed class AtomicFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_folder_is_filled_before_it_appears()
    {
        AtomicFolder.Replace(_folder["bundle"], next =>
        {
            Directory.Exists(_folder["bundle"]).ShouldBeFalse();
            File.WriteAllText(Path.Combine(next, "file"), "new");
        });

        _folder.Entries().ShouldBe(["bundle", "bundle/file"]);
    }

    [Fact]
    public void The_old_folder_is_replaced_as_a_whole()
    {
        _folder.Write("bundle/old", "old");

        Replace("new");

        _folder.Entries().ShouldBe(["bundle", "bundle/file"]);
    }

    [Fact]
    public void The_old_folder_survives_a_fill_that_throws_and_nothing_else_is_left()
    {
        _folder.Write("bundle/file", "old");

        Should.Throw<InvalidOperationException>(() => AtomicFolder.Replace(_folder["bundle"], next =>
        {
            File.WriteAllText(Path.Combine(next, "file"), "half");
            throw new InvalidOperationException("stopped");
        }));

        Content().ShouldBe("old");
        _folder.Entries().ShouldBe(["bundle", "bundle/file"]);
    }

    [Fact]
    public void The_old_folder_is_put_back_where_the_new_one_cannot_be_moved_in()
    {
        _folder.Write("bundle/file", "old");

        Should.Throw<IOException>(() => AtomicFolder.Replace(_folder["bundle"], Directory.Delete));

        Content().ShouldBe("old");
        _folder.Entries().ShouldBe(["bundle", "bundle/file"]);
    }

    [Fact]
    public void A_run_killed_while_it_filled_left_the_old_folder_in_place()
    {
        _folder.Write("bundle/file", "old");
        _folder.Write("bundle.new/file", "half");

        AtomicFolder.Recover(_folder["bundle"]);

        Content().ShouldBe("old");
        _folder.Entries().ShouldBe(["bundle", "bundle/file"]);
    }

    [Fact]
    public void A_run_killed_between_the_two_renames_did_not_lose_the_old_folder()
    {
        _folder.Write("bundle.old/file", "old");
        _folder.Write("bundle.new/file", "complete, but its evidence was never written");

        AtomicFolder.Recover(_folder["bundle"]);

        Content().ShouldBe("old");
        _folder.Entries().ShouldBe(["bundle", "bundle/file"]);
    }

    [Fact]
    public void A_run_killed_after_the_second_rename_had_replaced_the_folder()
    {
        _folder.Write("bundle/file", "new");
        _folder.Write("bundle.old/file", "old");

        AtomicFolder.Recover(_folder["bundle"]);

        Content().ShouldBe("new");
        _folder.Entries().ShouldBe(["bundle", "bundle/file"]);
    }

    [Fact]
    public void A_run_killed_before_the_first_folder_was_ever_complete_leaves_none()
    {
        _folder.Write("bundle.new/file", "half");

        AtomicFolder.Recover(_folder["bundle"]);

        _folder.Entries().ShouldBeEmpty();
    }

    [Fact]
    public void After_a_kill_between_the_renames_a_failing_replacement_still_keeps_the_old_folder()
    {
        _folder.Write("bundle.old/file", "old");
        _folder.Write("bundle.new/file", "new");

        Should.Throw<InvalidOperationException>(() => AtomicFolder.Replace(_folder["bundle"], _ => throw new InvalidOperationException("stopped")));

        Content().ShouldBe("old");
        _folder.Entries().ShouldBe(["bundle", "bundle/file"]);
    }

    [Fact]
    public void Nothing_of_a_killed_run_gets_into_the_next_replacement()
    {
        _folder.Write("bundle/file", "old");
        _folder.Write("bundle.new/stray", "stray");
        _folder.Write("bundle.old/stray", "stray");

        Replace("new");

        Content().ShouldBe("new");
        _folder.Entries().ShouldBe(["bundle", "bundle/file"]);
    }

    public void Dispose() => _folder.Dispose();

    private void Replace(string text) =>
        AtomicFolder.Replace(_folder["bundle"], next => File.WriteAllText(Path.Combine(next, "file"), text));

    private string Content() => File.ReadAllText(_folder["bundle/file"]);
}
