using ModelPipeline.Runs;
using ModelPipeline.Tests.Storage;

namespace ModelPipeline.Tests.Runs;

public sealed class ToolIdentityTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void The_same_assemblies_are_the_same_tool_in_any_folder()
    {
        _folder.Write("here/b.dll", "2");
        _folder.Write("here/a.dll", "1");
        _folder.Write("there/a.dll", "1");
        _folder.Write("there/b.dll", "2");
        _folder.Write("there/a.pdb", "symbols");

        ToolIdentity.Of("0.1.0", _folder["there"], null).ShouldBe(ToolIdentity.Of("0.1.0", _folder["here"], null));
    }

    [Theory]
    [InlineData("a.dll", "changed")]
    [InlineData("c.dll", "added")]
    [InlineData("runtimes/linux-x64/native/libgomp.so", "added")]
    public void A_changed_or_added_assembly_makes_another_tool(string name, string text)
    {
        _folder.Write("a.dll", "1");
        var before = ToolIdentity.Of("0.1.0", _folder.Path, null);

        _folder.Write(name, text);

        ToolIdentity.Of("0.1.0", _folder.Path, null).Digest.ShouldNotBe(before.Digest);
    }

    [Fact]
    public void A_single_file_program_is_told_by_itself()
    {
        _folder.Write("host", "one build");
        var one = ToolIdentity.Of("0.1.0", _folder.Path, _folder["host"]);
        _folder.Write("host", "another build");

        ToolIdentity.Of("0.1.0", _folder.Path, _folder["host"]).ShouldNotBe(one);
    }

    [Fact]
    public void Where_nothing_tells_the_program_nothing_can_be_judged() =>
        Should.Throw<InputException>(() => ToolIdentity.Of("0.1.0", _folder.Path, null));

    public void Dispose() => _folder.Dispose();
}
