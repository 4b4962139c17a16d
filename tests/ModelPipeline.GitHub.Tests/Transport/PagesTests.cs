using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;

namespace ModelPipeline.GitHub.Tests.Transport;

public sealed class PagesTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_is_read_a_hundred_items_at_once()
    {
        await using var peer = await StartAsync(page => page < 3 ? page + 1 : null);
        using var host = Hosts.Of(new Uri(peer.Address, "api/v3"));

        var reviews = await host.PullRequests.ReviewsAsync(7, None);

        reviews.Select(review => review.Id).ShouldBe([1, 2, 3]);
        peer.Requests[0].Target.ShouldBe("/api/v3/repos/acme/models/pulls/7/reviews?per_page=100");
    }

    [Fact]
    public async Task A_missing_page_makes_the_list_unknown()
    {
        await using var peer = await Peer.StartAsync((seen, context) => seen.Target.Contains("page=2")
            ? Peer.Say(500, "{}")(context)
            : Peer.Say(200, "[]", ("Link", $"<http://{context.Request.Host}/repos/acme/models/pulls/7/reviews?page=2>; rel=\"next\""))(context));
        using var host = Hosts.Of(peer.Address);

        await Should.ThrowAsync<RemoteException>(() => host.PullRequests.ReviewsAsync(7, None));
    }

    [Fact]
    public async Task Pages_in_a_circle_make_the_list_unknown()
    {
        await using var peer = await StartAsync(page => page == 3 ? 2 : page + 1);
        using var host = Hosts.Of(new Uri(peer.Address, "api/v3"));

        (await Should.ThrowAsync<RemoteException>(() => host.PullRequests.ReviewsAsync(7, None))).Message.ShouldContain("read already");
    }

    [Fact]
    public async Task Pages_without_end_make_the_list_unknown()
    {
        await using var peer = await StartAsync(page => page + 1);
        using var host = Hosts.Of(new Uri(peer.Address, "api/v3"));

        (await Should.ThrowAsync<RemoteException>(() => host.PullRequests.ReviewsAsync(7, None))).Message.ShouldContain("more than 100 pages");
    }

    [Theory]
    [InlineData("https://evil.example/api/v3/repos/acme/models/pulls/7/reviews?page=2")]
    [InlineData("http://{0}/elsewhere?page=2")]
    [InlineData("https://{0}/api/v3/repos/acme/models/pulls/7/reviews?page=2")]
    [InlineData("/api/v3/repos/acme/models/pulls/7/reviews?page=2")]
    public async Task A_link_that_leads_elsewhere_makes_the_list_unknown(string link)
    {
        await using var peer = await Peer.StartAsync((_, context) => Peer.Say(200, "[]", ("Link", $"<{link.Replace("{0}", context.Request.Host.Value)}>; rel=\"next\""))(context));
        using var host = Hosts.Of(new Uri(peer.Address, "api/v3"));

        (await Should.ThrowAsync<RemoteException>(() => host.PullRequests.ReviewsAsync(7, None))).Message.ShouldContain("not of this API");

        peer.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("rel=next; <http://{0}/api/v3/repos/acme/models/pulls/7/reviews?page=2>")]
    [InlineData("<http://{0}/api/v3/repos/acme/models/pulls/7/reviews?page=2>; rel='next'")]
    [InlineData("<http://{0}/api/v3/repos/acme/models/pulls/7/reviews?page=2>; rel=\"last next\"")]
    public async Task A_link_that_speaks_of_a_next_page_otherwise_makes_the_list_unknown(string link)
    {
        await using var peer = await Peer.StartAsync((_, context) => Peer.Say(200, "[]", ("Link", link.Replace("{0}", context.Request.Host.Value)))(context));
        using var host = Hosts.Of(new Uri(peer.Address, "api/v3"));

        await Should.ThrowAsync<RemoteException>(() => host.PullRequests.ReviewsAsync(7, None));
    }

    private static Task<Peer> StartAsync(Func<int, int?> next) => Peer.StartAsync((seen, context) =>
    {
        var page = context.Request.Query["page"].FirstOrDefault() is { } text ? int.Parse(text) : 1;
        var body = $$"""[{"id":{{page}},"user":null,"state":"APPROVED","commit_id":null}]""";
        var at = $"http://{context.Request.Host}/api/v3/repos/acme/models/pulls/7/reviews?per_page=100&page=";
        (string, string)[] headers = next(page) is { } following ? [("Link", $"<{at}1>; rel=\"first\", <{at}{following}>; rel=\"next\", <{at}9>; rel=\"last\"")] : [];
        return Peer.Say(200, body, headers)(context);
    });
}
