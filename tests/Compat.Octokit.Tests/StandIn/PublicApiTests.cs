using Octokit;

namespace Compat.Octokit.Tests.StandIn;

public sealed class PublicApiTests
{
    private static readonly string Approved = Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.txt");
    private static readonly string Received = Path.Combine(AppContext.BaseDirectory, "PublicApi.received.txt");

    [Fact]
    public void The_public_api_is_the_approved_one()
    {
        var actual = PublicApi.Of(typeof(Connection).Assembly);
        File.WriteAllText(Received, actual);

        (actual == File.ReadAllText(Approved).ReplaceLineEndings("\n")).ShouldBeTrue($"""
            The public API of the stand-in changed. Compare
                {Received}
            with tests/Compat.Octokit.Tests/PublicApi.approved.txt. Where the package Octokit has what is new, with the
            same signature, copy the first over the second; else make it internal.
            """);
    }
}
