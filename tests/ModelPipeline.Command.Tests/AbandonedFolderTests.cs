using ModelPipeline.Command.Files;
using Shared.Engines;

namespace ModelPipeline.Command.Tests;

public sealed class AbandonedFolderTests : IDisposable
{
    private readonly EngineFolder _parent = new();
    private readonly string _own;
    private readonly FileStream _claim;

    public AbandonedFolderTests()
    {
        _own = New("own-0");
        _claim = AbandonedFolders.Claim(_own);
    }

    public void Dispose()
    {
        _claim.Dispose();
        _parent.Dispose();
    }

    [Fact]
    public void The_folder_of_an_owner_that_has_ended_is_removed()
    {
        var abandoned = Abandoned("own-1");

        AbandonedFolders.Remove(_own, "own-");

        Directory.Exists(abandoned).ShouldBeFalse();
        Directory.Exists(_own).ShouldBeTrue();
    }

    [Fact]
    public void The_folder_of_an_owner_that_lives_stays()
    {
        var other = New("own-1");
        using var claim = AbandonedFolders.Claim(other);

        AbandonedFolders.Remove(_own, "own-");

        Directory.Exists(other).ShouldBeTrue();
        File.Exists(Path.Combine(other, "owner")).ShouldBeTrue();
    }

    [Fact]
    public void Folders_of_another_name_or_without_an_owner_stay_and_so_do_links()
    {
        var others = new[] { Abandoned("another"), New("own-1"), Link("own-2", Abandoned("target")) };

        AbandonedFolders.Remove(_own, "own-");

        others.ShouldAllBe(folder => Directory.Exists(folder));
    }

    [Fact]
    public void A_folder_that_others_may_write_in_stays()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there are no modes");
        var open = Abandoned("own-1");
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherWrite);

        AbandonedFolders.Remove(_own, "own-");

        Directory.Exists(open).ShouldBeTrue();
    }

    [Fact]
    public void A_models_folder_is_claimed_as_long_as_the_model_is_used()
    {
        var folder = new ProgramFolder([]);
        var root = Path.GetDirectoryName(folder.Files)!;

        Should.Throw<IOException>(() => File.OpenRead(Path.Combine(root, "owner")).Dispose());

        folder.Dispose();
        Directory.Exists(root).ShouldBeFalse();
    }

    private string New(string name) => Directory.CreateDirectory(Path.Combine(_parent.Path, name)).FullName;

    private string Abandoned(string name)
    {
        var folder = New(name);
        File.WriteAllText(Path.Combine(folder, "owner"), "");
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "files")).FullName, "model"), "x");
        return folder;
    }

    private string Link(string name, string target) => Directory.CreateSymbolicLink(Path.Combine(_parent.Path, name), target).FullName;
}
