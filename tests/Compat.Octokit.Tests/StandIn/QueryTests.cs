namespace Compat.Octokit.Tests.StandIn;

public sealed class QueryTests
{
    [Fact]
    public async Task Parameters_that_would_have_to_be_merged_into_the_endpoint_are_refused()
    {
        var line = new Line(new Answer());
        var parameters = new Dictionary<string, string> { ["page"] = "2" };

        await Should.ThrowAsync<NotSupportedException>(() => line.Connect().Get<object>(new Uri("user", UriKind.Relative), parameters, null, CancellationToken.None));

        line.Sent.ShouldBeNull();
    }
}
