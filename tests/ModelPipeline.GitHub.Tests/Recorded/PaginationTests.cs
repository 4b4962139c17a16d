using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.GitHub.Transport;

namespace ModelPipeline.GitHub.Tests.Recorded;

public sealed class PaginationTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_page_of_a_list_is_read_by_its_links()
    {
        var recorded = Scenario.Read("paginate-issues");
        await using var peer = await Peer.StartAsync([.. Enumerable.Range(0, 5).Select(number => recorded.Say(number))]);

        var issues = await ListAsync(peer);

        issues.Select(issue => issue.Number).ShouldBe(Enumerable.Range(1, 13).Reverse());
        peer.Requests.Skip(1).Select(request => request.Target).ShouldBe(Enumerable.Range(2, 4).Select(page => $"/repositories/1000/issues?per_page=3&page={page}"));
    }

    [Fact]
    public async Task A_list_whose_links_lead_to_another_host_is_unknown()
    {
        await using var peer = await Peer.StartAsync(Scenario.Read("paginate-issues").SayWordForWord(0));

        (await Should.ThrowAsync<RemoteException>(() => ListAsync(peer))).Message.ShouldContain("not of this API");

        peer.Requests.Count.ShouldBe(1);
    }

    // Of an issue the number alone is read, as of a pull request in a list.
    private static async Task<IReadOnlyList<PullRequestNumber>> ListAsync(Peer peer)
    {
        using var connection = new GitHubConnection(new ApiAddress(peer.Address), Hosts.Token, new LeapingClock(), Hosts.Patient, null);
        var repository = new HostedRepository(connection, "octokit-fixture-org/paginate-issues");
        return await repository.ListAsync(repository.At("issues"), GitHubJson.Default.PullRequestNumberList, None);
    }
}
