using ModelPipeline.Docker.NativeLibraries;
using ModelPipeline.Docker.Tests.Images;

namespace ModelPipeline.Docker.Tests.NativeLibraries;

public sealed class LibraryCollectorTests : IDisposable
{
    private readonly TemporaryFolder _machine = new();

    [Fact]
    public void What_libraries_need_in_turn_is_collected_once()
    {
        Library("lib/x86_64-linux-gnu/liba.so.1", "libb.so.1", "libc.so.6");
        Library("usr/lib/x86_64-linux-gnu/libb.so.1", "libc.so.6", "liba.so.1");
        Library("lib/x86_64-linux-gnu/libc.so.6");

        Collect("liba.so.1").Select(library => library.Name).ShouldBe(["liba.so.1", "libb.so.1", "libc.so.6"]);
    }

    [Fact]
    public void Every_missing_library_is_named_with_who_needs_it_and_its_package()
    {
        Library("lib/liba.so.1", "libgomp.so.1");

        var message = Should.Throw<InputException>(() => Collect("liba.so.1", "libodd.so")).Message;

        message.ShouldContain("libgomp.so.1 (needed by liba.so.1, in Debian's package libgomp1)");
        message.ShouldContain("libodd.so (needed by the engine)");
    }

    [Fact]
    public void A_library_for_another_machine_is_passed_over_as_the_loader_does()
    {
        _machine.Write("lib/x86_64-linux-gnu/liba.so.1", FakeElf.Of([], machine: 3));
        Library("usr/lib/liba.so.1");

        Collect("liba.so.1").ShouldHaveSingleItem().FoundIn.ShouldBe("usr/lib");
    }

    [Fact]
    public void A_name_with_a_folder_in_it_is_not_looked_for()
    {
        Library("lib/sub/liba.so.1");

        Should.Throw<InputException>(() => Collect("sub/liba.so.1"));
        Should.Throw<InputException>(() => Collect("../liba.so.1"));
    }

    [Fact]
    public void A_library_that_is_named_by_its_path_has_the_name_that_it_says_of_itself()
    {
        Library("lib/liba.so.1", "libc.so.6");
        Library("lib/libc.so.6");
        _machine.Write("opt/mine.so", FakeElf.Of(["libc.so.6"], "liba.so.1"));

        var libraries = Collect("/opt/mine.so");

        libraries.Select(library => library.Name).ShouldBe(["liba.so.1", "libc.so.6"]);
        libraries[0].File.ShouldBe(_machine["opt/mine.so"]);
    }

    [Fact]
    public void A_path_without_a_library_is_named_as_missing()
    {
        _machine.Write("opt/text.so", "no library");

        var message = Should.Throw<InputException>(() => Collect("/opt/text.so", "/opt/nowhere.so")).Message;

        message.ShouldContain("/opt/text.so (needed by the engine)");
        message.ShouldContain("/opt/nowhere.so (needed by the engine)");
    }

    [Theory]
    [InlineData("$ORIGIN/../vendor")]
    [InlineData("/nowhere:${ORIGIN}/../vendor")]
    [InlineData("/opt/vendor")]
    public void What_a_library_needs_is_looked_for_where_it_says(string searchPath)
    {
        Library("lib/libb.so.1");
        _machine.Write("opt/vendor/libb.so.1", FakeElf.Of([], "libb.so.1"));
        _machine.Write("opt/lib/mine.so", FakeElf.Of(["libb.so.1"], searchPath: searchPath));

        var libraries = Collect("/opt/lib/mine.so");

        libraries.Select(library => library.Name).ShouldBe(["libb.so.1", "mine.so"]);
        Path.GetFullPath(libraries[0].File).ShouldBe(_machine["opt/vendor/libb.so.1"]);
    }

    [Fact]
    public void A_service_needs_what_it_does_not_hold_and_OpenSSL_by_name()
    {
        string[] files =
        [
            _machine.Write("app/program", FakeElf.Of(["libown.so", "libc.so.6"], loader: "/lib64/ld.so")),
            _machine.Write("app/libown.so", FakeElf.Of(["libm.so.6"])),
            _machine.Write("app/libSystem.Security.Cryptography.Native.OpenSsl.so", FakeElf.Of(["libc.so.6"])),
            _machine.Write("app/managed.dll", "MZ"),
        ];

        var needed = NeededLibraries.Of(files, ["libgomp.so.1"], "libssl.so.3");

        needed.Names.Select(library => library.Name).ShouldBe(["libc.so.6", "libm.so.6", "libssl.so.3", "libgomp.so.1"], ignoreOrder: true);
        needed.Loader.ShouldBe("/lib64/ld.so");
    }

    public void Dispose() => _machine.Dispose();

    private void Library(string path, params string[] needed) => _machine.Write(path, FakeElf.Of(needed, Path.GetFileName(path)));

    private IReadOnlyList<NativeLibrary> Collect(params string[] names) =>
        LibraryCollector.Collect(new NeededLibraries([.. names.Select(name => new MissingLibrary(name, "the engine"))], null), new LibraryFolders(_machine.Path));
}
