using Scriban;

namespace Compat.Scriban.Tests.StandIn;

public sealed class PublicApiTests
{
    private const string ApprovedPath = "tests/Compat.Scriban.Tests/PublicApi.approved.txt";

    [Fact]
    public void The_public_members_are_the_approved_ones()
    {
        var actual = string.Concat(PublicApi.Of(typeof(Template).Assembly).Select(line => line + "\n"));
        var approved = File.ReadAllText(Path.Combine(Repository.Root, ApprovedPath));

        var received = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");
        File.WriteAllText(received, actual);
        actual.ShouldBe(
            approved,
            $"The public API of compat/Scriban changed. Every public member must exist with the same signature in the package Scriban; "
            + $"if it does, copy PublicApi.received.txt from the output folder of the tests over {ApprovedPath}.");
    }
}
