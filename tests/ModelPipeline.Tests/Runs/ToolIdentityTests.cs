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

        ToolIdentity.OfFolder("0.1.0", _folder["there"]).ShouldBe(ToolIdentity.OfFolder("0.1.0", _folder["here"]));
    }

    [Theory]
    [InlineData("a.dll", "changed")]
    [InlineData("c.dll", "added")]
    public void A_changed_or_added_assembly_makes_another_tool(string name, string text)
    {
        _folder.Write("a.dll", "1");
        var before = ToolIdentity.OfFolder("0.1.0", _folder.Path);

        _folder.Write(name, text);

        ToolIdentity.OfFolder("0.1.0", _folder.Path).Digest.ShouldNotBe(before.Digest);
    }

    public void Dispose() => _folder.Dispose();
}
