using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;

namespace ModelPipeline.GitHub.Tests.Transport;

public sealed class UnreadableLinkTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("<http://{0}/repos/acme/models/pulls/7/reviews?page=2>; rel='next'")]
    [InlineData("<http://{0}/repos/acme/models/pulls/7/reviews?page=2>; rel=\"prefetch next\"")]
    [InlineData("http://{0}/repos/acme/models/pulls/7/reviews?page=2; rel=\"next\"")]
    [InlineData("<http://{0}/repos/acme/models/pulls/7/reviews?page=2>; rel = NEXT")]
    public async Task A_next_page_in_a_form_that_cannot_be_read_makes_the_list_unknown(string link)
    {
        await using var peer = await Peer.StartAsync((_, context) => Peer.Say(200, "[]", ("Link", link.Replace("{0}", context.Request.Host.Value)))(context));
        using var host = Hosts.Of(peer.Address);

        (await Should.ThrowAsync<RemoteException>(() => host.PullRequests.ReviewsAsync(7, None))).Message.ShouldContain("in a form that cannot be read");
    }

    [Fact]
    public async Task An_address_that_speaks_of_a_next_one_is_no_next_page()
    {
        await using var peer = await Peer.StartAsync((_, context) => Peer.Say(200, "[]", ("Link", $"<http://{context.Request.Host}/repos/acme/next/pulls/7/reviews?page=1>; rel=\"first\""))(context));
        using var host = Hosts.Of(peer.Address);

        (await host.PullRequests.ReviewsAsync(7, None)).ShouldBeEmpty();
    }
}
