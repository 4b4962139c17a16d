using ModelPipeline.Releasing;
using ModelPipeline.Specs;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Gate;

public sealed class FreshnessCases : GateCase
{
    private const string Earlier = "rita (reviewed an earlier commit)";
    private const string Before = "rita (reviewed before the head arrived)";

    [Fact]
    public async Task Case_30_an_ordinary_push_after_the_approval()
    {
        Review(Rita, "APPROVED");
        World.Push(World.ChangedFiles());
        await World.ShouldBeAsync(GateDecision.Pending, "approvals", Earlier);

        Review(Rita, "APPROVED");
        await World.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_31_a_force_push_with_another_patch()
    {
        Review(Rita, "APPROVED");
        World.ForcePush(World.ChangedFiles());
        await World.ShouldBeAsync(GateDecision.Pending, "approvals", Earlier);

        Review(Rita, "APPROVED");
        await World.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_32_a_force_push_with_the_same_patch_moves_the_review_to_the_new_head()
    {
        var review = World.Review(Rita);
        World.ForcePush(World.Files());
        review.Commit.ShouldBe(World.Request.Head);
        await World.ShouldBeAsync(GateDecision.Pending, "approvals", Before);

        Review(Rita, "APPROVED");
        await World.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_32_away_and_back_to_the_very_commit_that_was_approved()
    {
        var head = World.Request.Head;
        Review(Rita, "APPROVED");
        World.ForcePush(World.ChangedFiles());
        World.Pass();
        World.Models.PushCommit(GateWorld.Branch, head, World.Bot);
        World.Request.Head.ShouldBe(head);

        await World.ShouldBeAsync(GateDecision.Pending, "approvals", Before);
    }

    [Fact]
    public async Task Case_32_away_and_back_the_force_push_alone_tells_it()
    {
        var head = World.Request.Head;
        Review(Rita, "APPROVED");
        World.ForcePush(World.ChangedFiles());
        World.Pass();
        World.Models.PushCommit(GateWorld.Branch, head, World.Bot);
        GitHub.Faults = request => request.Path.EndsWith("/activity", StringComparison.Ordinal)
            ? Fault.Rewrite(body => body.Replace($"\"timestamp\":\"{World.Now.Year}-", "\"timestamp\":\"2001-", StringComparison.Ordinal))
            : null;

        await World.ShouldBeAsync(GateDecision.Pending, "approvals", Before);
    }

    [Fact]
    public async Task Case_33_a_back_dated_commit_makes_no_approval_fresh()
    {
        Review(Rita, "APPROVED");
        World.ForcePush(World.Files(), author: World.Bot.SignatureAt(World.Now.AddYears(-1)));
        World.Request.Reviews[0].Commit.ShouldBe(World.Request.Head);

        await World.ShouldBeAsync(GateDecision.Pending, "approvals", Before);
    }

    [Fact]
    public async Task Case_33_a_commit_of_the_future_makes_the_rule_stricter()
    {
        World.ForcePush(World.Files(), author: World.Bot.SignatureAt(World.Now.AddYears(1)));
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Pending, "approvals", Before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Case_34_a_review_of_the_very_second_of_arrival_is_not_fresh(bool isForced)
    {
        if (isForced)
            World.ForcePush(World.ChangedFiles());
        else
            World.Push(World.ChangedFiles());
        World.Request.Review(Rita);
        await World.ShouldBeAsync(GateDecision.Pending, "approvals", Before);

        World.Pass(1.0 / 60);
        World.Request.Review(Rita);
        await World.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_34_opinions_of_one_second_go_by_their_numbers()
    {
        World.Review(Rita);
        World.Request.Review(Rita, "CHANGES_REQUESTED");

        await World.ShouldBeAsync(GateDecision.Blocked, "objections", "rita requested changes");
    }

    [Fact]
    public async Task Case_39_a_merge_queues_commit_is_never_the_head()
    {
        Policy = new ReleaseSpec { Checks = ["ci"] };
        var queued = World.Models.Push($"gh-readonly-queue/main/pr-{World.Request.Number}", World.Files(), GitHub.Actions.Bot);
        World.Models.CheckRun(queued, "ci");
        World.Pass();
        World.Request.Review(Rita, commit: queued);

        var ruling = await World.ShouldBeAsync(GateDecision.Pending, "approvals", Earlier);

        ruling.Request!.Head.ShouldBe(World.Request.Head);
        ruling.Checks.Single(check => check.Name == "checks").Reason.ShouldBe("the check 'ci' has not started");
    }

    [Fact]
    public async Task Case_39_nor_is_the_test_merge_of_GitHub()
    {
        Policy = new ReleaseSpec { Checks = ["ci"] };
        World.Models.CheckRun(World.Request.TestMerge!, "ci");
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Pending, "checks", "has not started");
    }

    [Fact]
    public async Task A_request_for_changes_of_an_earlier_head_blocks_still()
    {
        Review(Sam, "CHANGES_REQUESTED");
        World.Push(World.ChangedFiles());
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Blocked, "objections", "sam requested changes");
    }
}
