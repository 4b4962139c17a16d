using ModelPipeline.Releasing;

namespace ModelPipeline.GitHub.Tests.Gate;

/// <summary>Those in which GitHub has a part; what the rules make of opinions is shown without it.</summary>
public sealed class OpinionCases : GateCase
{
    [Fact]
    public async Task Case_02_one_valid_approval()
    {
        Review(Rita, "APPROVED");

        var ruling = await World.ShouldBeAsync(GateDecision.Approved);

        ruling.Reviewers.ShouldHaveSingleItem().Why.ShouldBe("approved this very head");
        (ruling.Request!.Head, ruling.Base).ShouldBe((World.Request.Head, World.Models.Tip("main")));
        ruling.Release!.Bundle.ShouldBe(Scene.Judged.Candidate);
    }

    [Fact]
    public async Task Case_05_changes_requested_after_an_approval()
    {
        Review(Rita, "APPROVED", "CHANGES_REQUESTED");
        Review(Sam, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Blocked, "objections", "rita requested changes");
    }

    [Fact]
    public async Task Case_07_dismissed_changes_requested_do_not_revive_an_older_approval()
    {
        Review(Rita, "APPROVED");
        World.Request.Dismiss(World.Review(Rita, "CHANGES_REQUESTED"), Sam);

        var ruling = await World.ShouldBeAsync(GateDecision.Pending, "approvals", "0 of 1");

        ruling.Reviewers.ShouldHaveSingleItem().Why.ShouldBe("has no opinion");
    }

    [Fact]
    public async Task Case_08_a_dismissed_approval()
    {
        World.Request.Dismiss(World.Review(Rita), Sam);

        await World.ShouldBeAsync(GateDecision.Pending, "approvals", "0 of 1");
    }

    [Fact]
    public async Task Case_10_a_review_that_is_not_submitted_is_not_seen_by_others()
    {
        Review(Rita, "PENDING");

        (await World.ShouldBeAsync(GateDecision.Pending, "approvals", "0 of 1")).Reviewers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Case_10_a_review_that_is_not_submitted_says_nothing_to_its_author_either()
    {
        Review(Rita, "PENDING");
        World.Use(GitHub.TokenOf(Rita));

        (await World.ShouldBeAsync(GateDecision.Pending, "approvals", "0 of 1")).Reviewers.Count(reviewer => reviewer.Counts).ShouldBe(0);
    }

    [Theory]
    [InlineData("APPROVED_WITH_REMARKS")]
    [InlineData("")]
    [InlineData(" APPROVED")]
    public async Task Case_11_an_unknown_state_is_no_approval_and_no_silence(string state)
    {
        Review(Rita, "APPROVED");
        Review(Sam, state);

        await World.ShouldBeAsync(GateDecision.Indeterminate, "reviews", "of sam has the unknown state");
    }

    [Theory]
    [InlineData("approved", GateDecision.Approved)]
    [InlineData("Changes_Requested", GateDecision.Blocked)]
    [InlineData("commented", GateDecision.Pending)]
    public async Task Case_12_states_in_lower_case(string state, GateDecision decision)
    {
        Review(Rita, state);

        await World.ShouldBeAsync(decision);
    }
}
