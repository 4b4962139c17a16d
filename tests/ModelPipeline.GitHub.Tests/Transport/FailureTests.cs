using System.Text;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using Microsoft.AspNetCore.Http;

namespace ModelPipeline.GitHub.Tests.Transport;

public sealed class FailureTests
{
    private static readonly Func<HttpContext, Task> Repository = Peer.Say(200, """{"default_branch":"main"}""");
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_is_repeated_with_growing_delays_after_errors_and_lost_answers()
    {
        var clock = new LeapingClock();
        await using var peer = await Peer.StartAsync(Peer.Say(502, "bad gateway"), Peer.Drop, Truncated, Repository);
        using var host = Hosts.Of(peer.Address, clock);

        (await host.Git.DefaultBranchAsync(None)).ShouldBe("main");

        clock.Waits.Select(wait => wait.TotalSeconds).ShouldBe([1, 2, 4]);
    }

    [Fact]
    public async Task A_read_is_given_up_after_three_repeats()
    {
        await using var peer = await Peer.StartAsync(Peer.Say(500, """{"message":"oops"}""", ("X-GitHub-Request-Id", "AB:12")));
        using var host = Hosts.Of(peer.Address);

        var fault = await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None));

        peer.Requests.Count.ShouldBe(4);
        fault.Message.ShouldBe("GitHub answers 500 to GET repos/acme/models: oops (request AB:12). Run it again later.");
        fault.MayHaveHappened.ShouldBeFalse();
    }

    [Fact]
    public async Task A_change_whose_answer_is_lost_is_not_repeated_and_may_have_happened()
    {
        await using var peer = await Peer.StartAsync(Peer.Drop);
        using var host = Hosts.Of(peer.Address);

        var fault = await Should.ThrowAsync<RemoteException>(() => host.PullRequests.UpdateAsync(7, "title", "body", None));

        peer.Requests.Count.ShouldBe(1);
        fault.MayHaveHappened.ShouldBeTrue();
        fault.Status.ShouldBeNull();
    }

    [Fact]
    public async Task A_change_that_a_servers_error_answers_may_have_happened()
    {
        await using var peer = await Peer.StartAsync(Peer.Say(503, "{}", ("Retry-After", "1")));
        using var host = Hosts.Of(peer.Address);

        var fault = await Should.ThrowAsync<RemoteException>(() => host.PullRequests.UpdateAsync(7, "title", "body", None));

        peer.Requests.Count.ShouldBe(1);
        fault.MayHaveHappened.ShouldBeTrue();
        fault.Status.ShouldBe(503);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"default_branch":null}""")]
    [InlineData("""{"default_branch":7}""")]
    [InlineData("""{"default_branch":"main",""")]
    public async Task A_body_that_does_not_say_what_it_must_is_refused(string body)
    {
        await using var peer = await Peer.StartAsync(Peer.Say(200, body));
        using var host = Hosts.Of(peer.Address);

        var fault = await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None));

        fault.Message.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task A_body_that_is_no_text_is_refused()
    {
        await using var peer = await Peer.StartAsync(context => context.Response.Body.WriteAsync(new byte[] { 0x7B, 0xFF, 0xFE, 0x7D }, None).AsTask());
        using var host = Hosts.Of(peer.Address);

        (await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None))).Message.ShouldContain("cannot be read");
    }

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        await using var peer = await Peer.StartAsync(Peer.Say(200, $$"""{"default_branch":"{{new string('x', 5000)}}"}"""));
        using var host = Hosts.Of(peer.Address, limits: Hosts.Patient with { JsonBytes = 4096 });

        (await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None))).Message.ShouldContain("more than 4096 bytes");
    }

    [Fact]
    public async Task A_request_has_a_time_limit()
    {
        var clock = new LeapingClock();
        await using var peer = await Peer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var host = Hosts.Of(peer.Address, clock, Hosts.Patient with { Request = TimeSpan.FromMilliseconds(50), Repeats = 1 });

        var fault = await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None));

        fault.Message.ShouldContain("the time limit was reached");
        clock.Waits.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_change_can_be_cancelled_while_its_answer_is_waited_for()
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(None);
        await using var peer = await Peer.StartAsync(async context =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
        });
        using var host = Hosts.Of(peer.Address);

        await Should.ThrowAsync<OperationCanceledException>(() => host.PullRequests.UpdateAsync(7, "title", "body", cancellation.Token));
    }

    [Theory]
    [InlineData(401, "Check GITHUB_TOKEN")]
    [InlineData(403, "lacks a permission")]
    [InlineData(404, "may not see it")]
    [InlineData(451, "Nothing was done")]
    public async Task A_refusal_says_what_to_do(int status, string advice)
    {
        await using var peer = await Peer.StartAsync(Peer.Say(status, """{"message":"no","errors":[{"code":"custom"}]}"""));
        using var host = Hosts.Of(peer.Address);

        var fault = await Should.ThrowAsync<RemoteException>(() => host.Git.DefaultBranchAsync(None));

        fault.Status.ShouldBe(status);
        fault.Message.ShouldContain(advice);
        fault.Message.ShouldContain("custom");
    }

    [Fact]
    public async Task Nothing_that_a_failure_shows_has_the_token_even_where_the_server_repeats_it()
    {
        foreach (var status in (int[])[400, 401, 403, 404, 422, 500])
        {
            await using var peer = await Peer.StartAsync(Peer.Say(status, $$"""{"message":"you sent {{Hosts.Token}}"}""", ("X-GitHub-Request-Id", "1")));
            using var host = Hosts.Of(peer.Address);

            var fault = await Should.ThrowAsync<Exception>(() => host.Git.CreateTagAsync(new NewGitTag("churn@v1.0.0", "c", "m"), None));

            fault.ToString().ShouldNotContain(Hosts.Token);
            peer.Requests.ShouldAllBe(request => !request.Target.Contains(Hosts.Token) && !request.Text.Contains(Hosts.Token));
        }
    }

    private static async Task Truncated(HttpContext context)
    {
        context.Response.ContentLength = 1000;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes("{"), None);
        await context.Response.Body.FlushAsync(None);
        context.Abort();
    }
}
