using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Releasing.Cases;

public sealed class ReadingCases : GateCase
{
    [Theory]
    [InlineData(31)]
    [InlineData(101)]
    public async Task Case_26_and_27_an_approval_far_down_the_list(int position)
    {
        for (var other = 1; other < position; other++)
            Review(new Account(1000 + other, $"guest-{other}", false), "COMMENTED");
        Review(Rita, "APPROVED");

        var ruling = await Scene.ShouldBeAsync(GateDecision.Approved);

        ruling.Reviewers.Count.ShouldBe(position);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("reviews")]
    [InlineData("commits")]
    [InlineData("changed-files")]
    [InlineData("arrival")]
    [InlineData("checks")]
    [InlineData("history")]
    public async Task Case_28_a_list_that_cannot_be_read_whole(string member)
    {
        Review(Rita, "APPROVED");
        Host.Asked = asked =>
        {
            if (asked == member)
                throw Fault(502);
        };

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "502: no answer");
    }

    [Theory]
    [InlineData("tip")]
    [InlineData("files")]
    [InlineData("read")]
    [InlineData("default-branch")]
    public async Task Case_28_files_that_cannot_be_read(string member)
    {
        Review(Rita, "APPROVED");
        Host.Git.Asked = asked =>
        {
            if (asked == member)
                throw Fault(500);
        };

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "500: no answer");
    }

    [Fact]
    public async Task Case_29_a_list_that_leads_elsewhere_is_a_list_that_cannot_be_read()
    {
        Review(Rita, "APPROVED");
        Host.Asked = asked =>
        {
            if (asked == "reviews")
                throw new RemoteException("the next page of the reviews is on another host");
        };

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "is on another host");
    }

    [Fact]
    public async Task Case_35_a_push_between_the_first_and_the_last_read_is_judged_anew()
    {
        Review(Rita, "APPROVED");
        var reads = 0;
        Host.Asked = asked =>
        {
            if (asked != "checks" || reads++ > 0)
                return;
            Scene.Judged.Leave("train", change: evidence => evidence with { DurationMs = 7 });
            Host.Push(Scene.Files(), Bot);
        };

        var ruling = await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (reviewed an earlier commit)");

        ruling.Request!.Head.ShouldBe(Host.Head);
        reads.ShouldBe(2);
    }

    [Fact]
    public async Task Case_35_a_pull_request_that_never_rests()
    {
        Review(Rita, "APPROVED");
        var reads = 0;
        Host.Asked = asked =>
        {
            if (asked == "checks")
                Host.Request = Host.Request with { Body = $"{reads++}" };
        };

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "changed each time it was read");
        reads.ShouldBe(3);
    }

    [Fact]
    public async Task Case_36_the_base_demands_more_since_the_evidence_was_made()
    {
        Review(Rita, "APPROVED");
        Scene.Demand("stricter", new ReleaseSpec { Approvals = 2 });
        Host.Commit("main", new Dictionary<string, byte[]?> { ["models/churn/model.yaml"] = ReleaseScene.Bytes("stricter") }, Olga);

        var ruling = await Scene.ShouldBeAsync(GateDecision.Blocked, "release", "is of another model.yaml than the base's");

        ruling.Base.ShouldBe(Host.Git["main"]);
        ruling.Checks.Single(check => check.Name == "approvals").Limit.ShouldBe(2);
        ruling.Checks.Single(check => check.Name == "evidence.evaluate").Reason.ShouldContain("judged another spec");
    }

    [Fact]
    public async Task Case_36_the_base_moves_while_it_is_read()
    {
        Review(Rita, "APPROVED");
        var moves = 0;
        Host.Asked = asked =>
        {
            if (asked == "checks" && moves++ == 0)
                Host.Commit("main", new Dictionary<string, byte[]?> { ["README.md"] = ReleaseScene.Bytes("new") }, Olga);
        };

        (await Scene.ShouldBeAsync(GateDecision.Approved)).Base.ShouldBe(Host.Git["main"]);
        moves.ShouldBe(2);
    }

    [Fact]
    public async Task Case_36_another_release_came_first()
    {
        Review(Rita, "APPROVED");
        Scene.Release("1.0.1", []);

        var ruling = await Scene.ShouldBeAsync(GateDecision.Blocked, "release", "the champion is 1.0.1");

        ruling.Checks.Single(check => check.Name == "evidence.train").Reason.ShouldContain("compared with another champion");
    }

    [Fact]
    public async Task The_policy_of_the_head_is_never_read()
    {
        Scene.Demand("generous", new ReleaseSpec { Approvals = 0 });
        Host.Push(new Dictionary<string, byte[]?> { ["models/churn/model.yaml"] = ReleaseScene.Bytes("generous") }, Bot);

        var ruling = await Scene.ShouldBeAsync(GateDecision.Blocked, "release_folder", "changes nothing beside the release, this one changes 'models/churn/model.yaml'");

        ruling.Checks.Single(check => check.Name == "approvals").Status.ShouldBe(Status.Pending);
    }

    [Fact]
    public async Task A_list_that_is_shorter_than_the_host_says_is_not_whole()
    {
        Review(Rita, "APPROVED");
        Host.Missing = 1;

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "the pull request has 2 commits, 1 of them were read");
    }

    [Fact]
    public async Task There_is_no_such_pull_request()
    {
        var ruling = await Scene.Gate().JudgeAsync(Scene.Run(), 13, TestContext.Current.CancellationToken);

        ruling.Decision.ShouldBe(GateDecision.Indeterminate);
        ruling.Checks.ShouldHaveSingleItem().Reason.ShouldContain("there is no such pull request");
    }

    [Fact]
    public async Task A_stop_is_no_ruling()
    {
        using var stop = new CancellationTokenSource();
        Host.Asked = _ =>
        {
            stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
        };

        await Should.ThrowAsync<OperationCanceledException>(() => Scene.Gate().JudgeAsync(Scene.Run(), FakeReleaseHost.Number, stop.Token));
    }

    [Fact]
    public async Task A_request_that_timed_out_is_no_stop()
    {
        Host.Asked = _ => throw new TaskCanceledException("timed out");

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "timed out");
    }
}
