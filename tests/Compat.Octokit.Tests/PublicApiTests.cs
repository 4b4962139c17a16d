using Octokit;

namespace Compat.Octokit.Tests;

public sealed class PublicApiTests
{
    private static readonly string Approved = Path.Combine(AppContext.BaseDirectory, "PublicApi.approved.txt");

    [Fact]
    public void Every_approved_type_and_member_is_there_with_the_same_signature()
    {
        var actual = PublicApi.Lines(PublicApi.Of(typeof(Connection).Assembly));
        var approved = PublicApi.Lines(File.ReadAllText(Approved).ReplaceLineEndings("\n"));

        approved.Except(actual).ShouldBeEmpty();
    }
}
