using ModelPipeline.Docker.NativeLibraries;
using ModelPipeline.Docker.Tests.Images;

namespace ModelPipeline.Docker.Tests.NativeLibraries;

public sealed class DebianCopyrightTests : IDisposable
{
    private const string Head = "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\nUpstream-Name: x\n\n";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("Apache-2.0", "Apache-2.0")]
    [InlineData("Expat", "MIT")]
    [InlineData("GPL-2+", "GPL-2.0-or-later")]
    [InlineData("BSD-2-Clause AND zlib", "BSD-2-Clause AND zlib")]
    public void The_licence_is_that_of_most_files(string written, string expected)
    {
        var file = _folder.Write("copyright", $"{Head}Files: debian/*\nCopyright: a\nLicense: FSFUL\n\nFiles: *\nCopyright: b\n           c\nLicense: {written}\n text\n\nLicense: ISC\n text\n");

        DebianCopyright.LicenseOf(file).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData("This is the prepackaged version.\n\nFiles: *\nLicense: GPL-2\n")]
    [InlineData(Head)]
    [InlineData(Head + "Files: *\nCopyright: a\n\nLicense: ISC\n")]
    [InlineData(Head + "Files: *\nLicense:\n")]
    public void A_file_that_does_not_say_it_gives_none(string text) => DebianCopyright.LicenseOf(_folder.Write("copyright", text)).ShouldBeNull();

    [Fact]
    public void A_file_that_is_not_there_gives_none() => DebianCopyright.LicenseOf(_folder["copyright"]).ShouldBeNull();

    public void Dispose() => _folder.Dispose();
}
