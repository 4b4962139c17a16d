using System.Globalization;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.GitHub.Transport;
using Microsoft.AspNetCore.Http;

namespace ModelPipeline.GitHub.Tests.Transport;

public sealed class RateLimitTests
{
    private const string Limited = """{"message":"You have exceeded a secondary rate limit"}""";
    private static readonly Func<HttpContext, Task> Repository = Peer.Say(200, """{"default_branch":"main"}""");
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("https://api.github.com/", 1)]
    [InlineData("https://github.acme.com/api/v3/", 1)]
    [InlineData("http://127.0.0.1:8080/api/v3/", 0)]
    public void Changes_are_a_second_apart_unless_the_server_is_on_this_machine(string api, int seconds) =>
        GitHubLimits.Of(new Uri(api)).BetweenChanges.ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(403)]
    [InlineData(429)]
    public async Task A_told_wait_is_waited_out_in_full_and_the_request_repeated(int status)
    {
        var clock = new LeapingClock();
        await using var peer = await Peer.StartAsync(Peer.Say(status, Limited, ("Retry-After", "17")), Repository);
        using var host = Hosts.Of(peer.Address, clock);

        (await host.Git.DefaultBranchAsync(None)).ShouldBe("main");

        clock.Waits.ShouldBe([TimeSpan.FromSeconds(17)]);
    }

    [Fact]
    public async Task A_change_that_a_limit_refused_did_not_happen_and_is_repeated()
    {
        var clock = new LeapingClock();
        await using var peer = await Peer.StartAsync(Peer.Say(403, Limited, ("Retry-After", "5")), Peer.Say(200, "{}"));
        using var host = Hosts.Of(peer.Address, clock);

        await host.PullRequests.UpdateAsync(7, "title", "body", None);

        peer.Requests.Select(request => request.Text).Distinct().Count().ShouldBe(1);
        peer.Requests.Count.ShouldBe(2);
        clock.Waits.ShouldBe([TimeSpan.FromSeconds(5)]);
    }

    [Fact]
    public async Task An_exhausted_hour_is_waited_out_by_the_servers_clock()
    {
        var clock = new LeapingClock();
        var server = new DateTimeOffset(2031, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var limit = Peer.Say(
            403,
            """{"message":"API rate limit exceeded"}""",
            ("X-RateLimit-Remaining", "0"),
            ("X-RateLimit-Reset", server.AddMinutes(20).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("Date", server.ToString("r", CultureInfo.InvariantCulture)));
        await using var peer = await Peer.StartAsync(limit, Repository);
        using var host = Hosts.Of(peer.Address, clock);

        await host.Git.DefaultBranchAsync(None);

        clock.Waits.ShouldBe([TimeSpan.FromMinutes(20) + TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task An_untold_wait_is_a_minute_and_grows()
    {
        var clock = new LeapingClock();
        await using var peer = await Peer.StartAsync(Peer.Say(403, Limited), Peer.Say(429, "{}"), Peer.Say(403, Limited), Repository);
        using var host = Hosts.Of(peer.Address, clock);

        await host.Git.DefaultBranchAsync(None);

        clock.Waits.Select(wait => wait.TotalSeconds).ShouldBe([60, 120, 240]);
    }

    [Fact]
    public async Task Limits_without_end_are_given_up_with_the_time_when_to_come_back()
    {
        var clock = new LeapingClock();
        await using var peer = await Peer.StartAsync(Peer.Say(429, """{"message":"slow down"}""", ("Retry-After", "60")));
        using var host = Hosts.Of(peer.Address, clock);

        var fault = await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None));

        fault.Status.ShouldBe(429);
        fault.MayHaveHappened.ShouldBeFalse();
        fault.Message.ShouldContain("2026-05-01 12:06:00 UTC");
        peer.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task A_wait_longer_than_is_waited_is_not_begun()
    {
        var clock = new LeapingClock();
        await using var peer = await Peer.StartAsync(Peer.Say(429, "{}", ("Retry-After", "86400")));
        using var host = Hosts.Of(peer.Address, clock);

        var fault = await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None));

        clock.Waits.ShouldBeEmpty();
        fault.Message.ShouldContain("2026-05-02 12:00:00 UTC");
    }

    [Fact]
    public async Task A_missing_permission_is_no_limit()
    {
        var clock = new LeapingClock();
        await using var peer = await Peer.StartAsync(Peer.Say(403, """{"message":"Resource not accessible by integration"}""", ("X-RateLimit-Remaining", "4000")));
        using var host = Hosts.Of(peer.Address, clock);

        var fault = await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None));

        fault.Status.ShouldBe(403);
        clock.Waits.ShouldBeEmpty();
    }

    [Fact]
    public async Task Changes_are_a_second_apart_and_reads_are_not()
    {
        var clock = new LeapingClock();
        await using var peer = await Peer.StartAsync(Peer.Say(200, """{"default_branch":"main","object":{"type":"commit","sha":"a"},"ref":"r"}"""));
        using var host = Hosts.Of(peer.Address, clock);

        for (var change = 0; change < 3; change++)
        {
            await host.Git.TipAsync("main", None);
            await host.PullRequests.UpdateAsync(7, "title", "body", None);
        }

        clock.Waits.ShouldBe([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task Long_waits_are_told_and_can_be_cancelled()
    {
        var told = new List<string>();
        await using var peer = await Peer.StartAsync(Peer.Say(429, "{}", ("Retry-After", "3000")));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(None);
        using var host = Hosts.Of(peer.Address, TimeProvider.System, progress: new Teller(text =>
        {
            told.Add(text);
            cancellation.Cancel();
        }));

        await Should.ThrowAsync<OperationCanceledException>(() => host.Git.DefaultBranchAsync(cancellation.Token));

        told.ShouldHaveSingleItem().ShouldContain("in 3000 s");
    }

    private sealed class Teller(Action<string> tell) : IProgress<string>
    {
        public void Report(string value) => tell(value);
    }
}
