using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Releasing.Cases;

public sealed class FreshnessCases : GateCase
{
    [Fact]
    public async Task Case_30_an_ordinary_push_after_the_approval()
    {
        Review(Rita, "APPROVED");
        Scene.Judged.Leave("train", change: evidence => evidence with { DurationMs = 7 });
        Host.Push(Scene.Files(), Bot);

        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (reviewed an earlier commit)");

        Review(Rita, "APPROVED");
        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_31_a_force_push_with_another_patch()
    {
        Review(Rita, "APPROVED");
        Scene.Judged.Leave("train", change: evidence => evidence with { DurationMs = 7 });
        Host.ForcePush(Bot, Scene.Files());

        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (reviewed an earlier commit)");
    }

    [Fact]
    public async Task Case_32_a_force_push_with_the_same_patch_moves_the_review_to_the_new_head()
    {
        Review(Rita, "APPROVED");
        Host.ForcePush(Bot, Scene.Files());
        Host.Reviews[0].Commit.ShouldBe(Host.Head);

        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (reviewed before the head arrived)");
    }

    [Fact]
    public async Task Case_32_the_force_push_alone_tells_it()
    {
        Review(Rita, "APPROVED");
        Host.ForcePush(Bot, Scene.Files());
        Host.Arrival = Host.Arrival with { Pushed = null, FirstSeen = Host.Reviews[0].Submitted!.Value.AddHours(-1) };

        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (reviewed before the head arrived)");
    }

    [Fact]
    public async Task Case_33_a_back_dated_commit_makes_no_approval_fresh()
    {
        Review(Rita, "APPROVED");
        Host.Push(Extra(), Bot, committed: Host.Reviews[0].Submitted!.Value.AddYears(-1));
        Host.Reviews[0] = Host.Reviews[0] with { Commit = Host.Head };

        (await VerdictAsync(Rita)).Why.ShouldBe("reviewed before the head arrived");
    }

    [Fact]
    public async Task Case_33_a_commit_of_the_future_makes_the_rule_stricter()
    {
        Host.Push(Extra(), Bot, committed: Host.Now.AddYears(1));
        Review(Rita, "APPROVED");

        (await VerdictAsync(Rita)).Why.ShouldBe("reviewed before the head arrived");
    }

    [Theory]
    [InlineData("forced")]
    [InlineData("seen")]
    [InlineData("pushed")]
    public async Task Case_34_a_review_of_the_very_moment_of_arrival_is_not_fresh(string what)
    {
        Review(Rita, "APPROVED");
        var then = Host.Reviews[0].Submitted;
        var before = then - TimeSpan.FromDays(1);
        Host.Arrival = new HeadArrival(what == "forced" ? then : before, null, what == "seen" ? then : before, what == "pushed" ? then : what == "seen" ? null : before, [Bot]);
        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (reviewed before the head arrived)");

        Host.Reviews[0] = Host.Reviews[0] with { Submitted = then!.Value.AddTicks(1) };
        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task A_check_suite_that_is_made_after_the_approval_does_not_void_it_where_the_push_is_known()
    {
        Review(Rita, "APPROVED");
        var then = Host.Reviews[0].Submitted!.Value;

        Host.Arrival = new HeadArrival(null, null, then.AddHours(1), then.AddHours(-1), [Bot]);

        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task An_approval_that_was_given_on_the_way_to_another_branch_is_not_fresh()
    {
        Host.Retarget("next");
        Review(Rita, "APPROVED");
        Host.Retarget("main");

        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (reviewed before the pull request went to its base branch)");

        Review(Rita, "APPROVED");
        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task An_approval_of_the_very_moment_of_another_base_branch_is_not_fresh()
    {
        Review(Rita, "APPROVED");
        Host.Arrival = Host.Arrival with { LastRetarget = Host.Reviews[0].Submitted };

        (await VerdictAsync(Rita)).Counts.ShouldBeFalse();
    }

    [Fact]
    public async Task Who_pushed_before_somebody_else_did_cannot_approve()
    {
        Scene.Judged.Leave("train", change: evidence => evidence with { DurationMs = 7 });
        Host.Push(Scene.Files(), Bot, pusher: Rita);
        Scene.Judged.Leave("train", change: evidence => evidence with { DurationMs = 8 });
        Host.Push(Scene.Files(), Bot, pusher: Sam);
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (pushed to the branch)");
    }

    [Fact]
    public async Task Nobody_is_known_to_be_another_than_who_pushed_before_and_is_gone()
    {
        Review(Rita, "APPROVED");
        Host.Arrival = Host.Arrival with { Pushers = [Bot, null] };

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "head", "does not say who pushed to the branch before");
    }

    [Fact]
    public async Task Case_39_a_merge_queues_commit_is_never_the_head()
    {
        Policy = new ReleaseSpec { Checks = ["ci"] };
        Review(Rita, "APPROVED");
        var queued = Host.Git.Commit(Host.Head, new Dictionary<string, byte[]?>(), Bot, Bot, Host.Tick());
        Host.Reviews[0] = Host.Reviews[0] with { Commit = queued };

        var ruling = await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (reviewed an earlier commit)");

        ruling.Request!.Head.ShouldBe(Host.Head);
        ruling.Checks.Single(check => check.Name == "checks").Reason.ShouldBe("the check 'ci' has not started");
    }

    [Fact]
    public async Task A_request_for_changes_of_an_earlier_head_blocks_still()
    {
        Review(Sam, "CHANGES_REQUESTED");
        Scene.Judged.Leave("train", change: evidence => evidence with { DurationMs = 7 });
        Host.Push(Scene.Files(), Bot);
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "objections", "sam requested changes");
    }

    [Fact]
    public async Task Nothing_is_fresh_where_the_host_says_nothing_of_the_heads_arrival()
    {
        Review(Rita, "APPROVED");
        Host.Arrival = new HeadArrival(null, null, null, null, [Bot]);

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "head", "does not say when the head arrived");
    }

    [Fact]
    public async Task Nobody_is_known_to_be_another_than_who_pushed_where_the_host_does_not_name_them()
    {
        Review(Rita, "APPROVED");
        Host.Arrival = Host.Arrival with { Pushers = [null] };

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "head", "does not say who pushed the head");
    }

    [Fact]
    public async Task Nobody_knows_what_a_review_of_no_commit_is_of()
    {
        Review(Rita, "APPROVED");
        Host.Reviews[0] = Host.Reviews[0] with { Commit = null };

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "approvals", "rita approved, but the host does not say which commit");
    }

    private static Dictionary<string, byte[]?> Extra() => new() { [$"{ReleaseScene.Folder}/extra.csv"] = "a\n"u8.ToArray() };
}
