using ModelPipeline.Releasing;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Releasing.Cases;

public sealed class OpinionCases : GateCase
{
    [Fact]
    public async Task Case_01_no_reviews() => await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "0 of 1 needed approval");

    [Fact]
    public async Task Case_02_one_valid_approval()
    {
        Review(Rita, "APPROVED");

        var ruling = await Scene.ShouldBeAsync(GateDecision.Approved);

        ruling.Reviewers.ShouldHaveSingleItem().Why.ShouldBe("approved this very head");
        ruling.Release!.Bundle.ShouldBe(Scene.Judged.Candidate);
    }

    [Fact]
    public async Task Case_03_two_are_needed_and_one_reviewer_approves_twice()
    {
        Policy = new ReleaseSpec { Approvals = 2 };
        Review(Rita, "APPROVED", "APPROVED");
        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "1 of 2 needed approvals");

        Review(Sam, "APPROVED");
        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_04_a_comment_after_an_approval_takes_nothing()
    {
        Review(Rita, "APPROVED", "COMMENTED");

        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_05_changes_requested_after_an_approval()
    {
        Review(Rita, "APPROVED", "CHANGES_REQUESTED");
        Review(Sam, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "objections", "rita requested changes");
    }

    [Fact]
    public async Task Case_06_an_approval_after_changes_requested()
    {
        Review(Rita, "CHANGES_REQUESTED", "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_07_dismissed_changes_requested_do_not_revive_an_older_approval()
    {
        Review(Rita, "APPROVED", "CHANGES_REQUESTED");
        Host.Dismiss(Rita);

        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "0 of 1");
        (await VerdictAsync(Rita)).Why.ShouldBe("has no opinion");
    }

    [Fact]
    public async Task Case_08_a_dismissed_approval()
    {
        Review(Rita, "APPROVED");
        Host.Dismiss(Rita);

        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "0 of 1");
    }

    [Fact]
    public async Task Case_09_dismissed_then_approved_again()
    {
        Review(Rita, "APPROVED");
        Host.Dismiss(Rita);
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task Case_10_only_a_review_that_is_not_submitted()
    {
        Review(Rita, "PENDING");
        Host.Reviews[0] = Host.Reviews[0] with { Submitted = null };

        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "0 of 1");
    }

    [Theory]
    [InlineData("APPROVED_WITH_REMARKS")]
    [InlineData("")]
    [InlineData(" APPROVED")]
    public async Task Case_11_an_unknown_state_is_no_approval_and_no_silence(string state)
    {
        Review(Rita, "APPROVED");
        Review(Sam, state);

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "reviews", "review 2 of sam has the unknown state");
    }

    [Theory]
    [InlineData("approved", GateDecision.Approved)]
    [InlineData("Changes_Requested", GateDecision.Blocked)]
    [InlineData("commented", GateDecision.Pending)]
    public async Task Case_12_states_in_lower_case(string state, GateDecision decision)
    {
        Review(Rita, state);

        await Scene.ShouldBeAsync(decision);
    }

    [Fact]
    public async Task An_approval_without_a_time_cannot_be_put_in_order()
    {
        Review(Rita, "APPROVED");
        Host.Reviews[0] = Host.Reviews[0] with { Submitted = null };

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "reviews", "does not say when it was submitted");
    }

    [Fact]
    public async Task Opinions_of_one_time_go_by_their_numbers_whatever_order_the_host_gives_them_in()
    {
        Review(Rita, "APPROVED", "CHANGES_REQUESTED");
        Host.Reviews[0] = Host.Reviews[0] with { Submitted = Host.Reviews[1].Submitted };
        Host.Reviews.Reverse();

        await Scene.ShouldBeAsync(GateDecision.Blocked, "objections");
    }

    [Fact]
    public async Task No_approval_is_needed_only_where_the_spec_says_so()
    {
        Policy = new ReleaseSpec { Approvals = 0 };

        await Scene.ShouldBeAsync(GateDecision.Approved);

        Review(Rita, "CHANGES_REQUESTED");
        await Scene.ShouldBeAsync(GateDecision.Blocked, "objections");
    }
}
