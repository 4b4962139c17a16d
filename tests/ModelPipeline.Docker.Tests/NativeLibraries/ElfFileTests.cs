using ModelPipeline.Docker.NativeLibraries;
using ModelPipeline.Docker.Tests.Images;

namespace ModelPipeline.Docker.Tests.NativeLibraries;

public sealed class ElfFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void A_program_says_what_it_needs_and_what_starts_it()
    {
        var elf = ElfFile.Read(_folder.Write("program", FakeElf.Of(["libm.so.6", "libc.so.6"], loader: "/lib64/ld-linux-x86-64.so.2")));

        elf.ShouldNotBeNull();
        elf.Needed.ShouldBe(["libm.so.6", "libc.so.6"]);
        elf.Interpreter.ShouldBe("/lib64/ld-linux-x86-64.so.2");
        elf.Name.ShouldBeNull();
    }

    [Fact]
    public void A_library_says_its_name() =>
        ElfFile.Read(_folder.Write("lib.so", FakeElf.Of([], name: "liba.so.1")))!.Name.ShouldBe("liba.so.1");

    [Fact]
    public void A_library_says_where_to_look_for_what_it_needs() =>
        ElfFile.Read(_folder.Write("lib.so", FakeElf.Of([], searchPath: "$ORIGIN:/opt/lib")))!.SearchPath.ShouldBe("$ORIGIN:/opt/lib");

    [Fact]
    public void A_library_with_more_than_a_megabyte_of_names_is_read()
    {
        var name = new string('a', 3 << 20);

        ElfFile.Read(_folder.Write("lib.so", FakeElf.Of([name], name: "liba.so.1")))!.Needed.ShouldBe([name]);
    }

    [Fact]
    public void The_C_library_of_this_machine_is_read()
    {
        if (new LibraryFolders().Find("libc.so.6") is not { } found)
        {
            Assert.Skip("This machine has no glibc for x86-64.");
            return;
        }

        found.Elf.Name.ShouldBe("libc.so.6");
        found.Elf.Needed.ShouldContain("ld-linux-x86-64.so.2");
    }

    [Theory]
    [InlineData("")]
    [InlineData("#!/bin/sh")]
    [InlineData("a text of more than sixty-four characters, which is what an ELF header has, so that it is read")]
    public void What_is_no_program_is_passed_over(string text) => ElfFile.Read(_folder.Write("file", text)).ShouldBeNull();

    [Fact]
    public void A_program_for_another_machine_is_passed_over() => ElfFile.Read(_folder.Write("file", FakeElf.Of([], machine: 183))).ShouldBeNull();

    [Fact]
    public void No_damage_is_taken_for_content_or_runs_away()
    {
        var sound = FakeElf.Of(["libc.so.6"], "liba.so.1", "/lib64/ld");
        for (var cut = 64; cut < sound.Length; cut += 7)
        {
            var path = _folder.Write("cut", sound[..cut]);
            Should.Throw<InvalidDataException>(() => ElfFile.Read(path));
        }

        for (var at = 32; at < sound.Length; at++)
        {
            var damaged = (byte[])sound.Clone();
            damaged[at] ^= 0xFF;
            var path = _folder.Write("damaged", damaged);
            try
            {
                ElfFile.Read(path);
            }
            catch (InvalidDataException)
            {
                // What a reader may say of it.
            }
        }
    }

    public void Dispose() => _folder.Dispose();
}
