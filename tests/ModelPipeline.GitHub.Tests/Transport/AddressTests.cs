using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.GitHub.Transport;

namespace ModelPipeline.GitHub.Tests.Transport;

public sealed class AddressTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("api/v3")]
    [InlineData("api/v3/")]
    [InlineData("deep/er/api")]
    public async Task No_path_is_added_to_the_address_and_none_is_lost(string prefix)
    {
        await using var peer = await Peer.StartAsync(Peer.Say(200, """{"default_branch":"main"}"""));
        using var host = Hosts.Of(new Uri(peer.Address, prefix));

        await host.Git.DefaultBranchAsync(None);

        peer.Requests.Single().Target.ShouldBe($"/{prefix.TrimEnd('/')}{(prefix.Length == 0 ? "" : "/")}repos/acme/models");
    }

    [Fact]
    public async Task Requests_say_who_sends_them_and_which_version_of_the_api_they_mean()
    {
        await using var peer = await Peer.StartAsync(Peer.Say(200, """{"default_branch":"main"}"""));
        using var host = Hosts.Of(peer.Address);

        await host.Git.DefaultBranchAsync(None);
        await host.PullRequests.UpdateAsync(7, "t", "b", None);

        var (read, change) = (peer.Requests[0].Headers, peer.Requests[1].Headers);
        read["Authorization"].ShouldBe($"Token {Hosts.Token}");
        read["Accept"].ShouldBe("application/vnd.github+json");
        read["X-GitHub-Api-Version"].ShouldBe("2022-11-28");
        read["User-Agent"].ShouldStartWith("ModelPipeline/");
        change["Content-Type"].ShouldBe("application/json; charset=utf-8");
    }

    [Fact]
    public async Task A_redirect_within_the_api_is_followed()
    {
        await using var peer = await Peer.StartAsync(Peer.Say(301, "{}", ("Location", "/repositories/7")), Peer.Say(200, """{"default_branch":"main"}"""));
        using var host = Hosts.Of(peer.Address);

        (await host.Git.DefaultBranchAsync(None)).ShouldBe("main");

        peer.Requests[1].Target.ShouldBe("/repositories/7");
        peer.Requests[1].Headers["Authorization"].ShouldBe($"Token {Hosts.Token}");
    }

    [Fact]
    public async Task A_redirect_out_of_the_api_is_not_followed()
    {
        await using var other = await Peer.StartAsync(Peer.Say(200, """{"default_branch":"evil"}"""));
        await using var peer = await Peer.StartAsync(Peer.Say(302, "{}", ("Location", other.Address.AbsoluteUri)));
        using var host = Hosts.Of(peer.Address);

        (await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None))).Message.ShouldContain("redirects");

        other.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Redirects_in_a_circle_end()
    {
        await using var peer = await Peer.StartAsync(Peer.Say(307, "{}", ("Location", "/repos/acme/models")));
        using var host = Hosts.Of(peer.Address);

        await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None));

        peer.Requests.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData("https://api.github.com", "https://api.github.com/x", true)]
    [InlineData("https://api.github.com", "https://API.GitHub.com/x", true)]
    [InlineData("https://api.github.com", "https://uploads.github.com/x", true)]
    [InlineData("https://api.github.com", "http://uploads.github.com/x", false)]
    [InlineData("https://api.github.com", "https://uploads.github.com:8443/x", false)]
    [InlineData("https://api.github.com", "https://uploads.github.com.evil.org/x", false)]
    [InlineData("https://api.github.com", "https://me@api.github.com/x", false)]
    [InlineData("https://api.acme.ghe.com", "https://uploads.acme.ghe.com/x", true)]
    [InlineData("https://api.acme.ghe.com", "https://uploads.github.com/x", false)]
    [InlineData("https://git.acme.com/api/v3", "https://git.acme.com/api/uploads/x", true)]
    [InlineData("https://git.acme.com/api/v3", "https://uploads.git.acme.com/x", false)]
    public void Uploads_go_to_the_api_and_the_host_beside_it_alone(string api, string target, bool isTaken) =>
        new ApiAddress(new Uri(api)).TakesUploads(new Uri(target)).ShouldBe(isTaken);
}
