using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.Tests.Recorded;

public sealed class RepositoryTests
{
    private const string First = "0000000000000000000000000000000000000001";
    private const string Second = "0000000000000000000000000000000000000002";

    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_repository_tells_its_default_branch()
    {
        await using var peer = await Peer.StartAsync(Scenario.Read("get-repository").Say(0));
        using var host = Hosts.Of(peer.Address);

        (await host.Git.DefaultBranchAsync(None)).ShouldBe("master");
    }

    [Fact]
    public async Task A_ref_tells_its_commit_and_a_branch_is_no_tag()
    {
        var recorded = Scenario.Read("git-refs");
        await using var peer = await Peer.StartAsync(recorded.Say(1), recorded.Say(2), recorded.Say(3));
        using var host = Hosts.Of(peer.Address);

        (await host.Git.TipAsync("test", None)).ShouldBe(Second);
        (await host.Git.TipAsync("test", None)).ShouldBe(First);
        (await host.Git.TagsAsync("", None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_not_found_in_a_repository_that_can_be_read_is_absent()
    {
        await using var peer = await Peer.StartAsync(Scenario.Read("branch-protection").Say(0), Scenario.Read("get-repository").Say(0));
        using var host = Hosts.Of(peer.Address);

        (await host.Git.TipAsync("main", None)).ShouldBeNull();
    }

    [Fact]
    public async Task Statuses_are_read_with_their_creator_and_time()
    {
        await using var peer = await Peer.StartAsync(Peer.Say(200, """{"total_count":0,"check_runs":[]}"""), Scenario.Read("create-status").Say(2));
        using var host = Hosts.Of(peer.Address);
        var time = new DateTimeOffset(2017, 10, 10, 16, 0, 0, TimeSpan.Zero);

        (await host.PullRequests.ChecksAsync(First, None)).ShouldBe(
        [
            new CheckResult(1001, "example/2", "octokit-fixture-user-a", true, "success", time),
            new CheckResult(1000, "example/1", "octokit-fixture-user-a", true, "failure", time),
        ]);
    }

    [Fact]
    public async Task A_renamed_repository_is_followed_on_the_same_host()
    {
        var recorded = Scenario.Read("rename-repository");
        await using var peer = await Peer.StartAsync(recorded.Say(1), recorded.Say(2), recorded.Say(3), recorded.Say(4));
        using var host = Hosts.Of(peer.Address);

        (await host.Git.DefaultBranchAsync(None)).ShouldBe("main");
        await host.PullRequests.UpdateAsync(7, "Release churn 1.3.0", "Please review.", None);

        peer.Requests.Select(request => $"{request.Method} {request.Target}").ShouldBe(["GET /repos/acme/models", "GET /repositories/1000", "PATCH /repos/acme/models/pulls/7", "PATCH /repositories/1000"]);
        peer.Requests[3].Text.ShouldBe(peer.Requests[2].Text);
    }

    [Fact]
    public async Task A_renamed_repository_is_not_followed_to_another_host()
    {
        await using var peer = await Peer.StartAsync(Scenario.Read("rename-repository").SayWordForWord(1));
        using var host = Hosts.Of(peer.Address);

        (await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None))).Message.ShouldContain("api.github.com");

        peer.Requests.Count.ShouldBe(1);
    }
}
