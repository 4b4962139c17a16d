using ModelPipeline.Evidence;
using ModelPipeline.Releasing;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Releasing.Cases;

public sealed class CheckCases : GateCase
{
    public CheckCases()
    {
        Policy = new ReleaseSpec { Checks = ["ci"] };
        Review(Rita, "APPROVED");
    }

    [Theory]
    [InlineData("success", "success", GateDecision.Approved)]
    [InlineData("success", "failure", GateDecision.Blocked)]
    [InlineData("failure", "success", GateDecision.Blocked)]
    [InlineData("success", "pending", GateDecision.Pending)]
    public async Task Case_42_a_check_and_a_status_of_one_name_must_both_succeed(string check, string status, GateDecision decision)
    {
        Host.Report("ci", check);
        Host.Report("ci", status, isStatus: true);

        await Scene.ShouldBeAsync(decision, decision == GateDecision.Approved ? null : "checks");
    }

    [Theory]
    [InlineData("failure", "success", GateDecision.Approved)]
    [InlineData("success", "failure", GateDecision.Blocked)]
    [InlineData("success", "in_progress", GateDecision.Pending)]
    public async Task Case_42_of_a_rerun_the_newest_counts(string first, string second, GateDecision decision)
    {
        Host.Report("ci", first);
        Host.Report("ci", second);
        Host.Checks.Reverse();

        await Scene.ShouldBeAsync(decision);
    }

    [Fact]
    public async Task Case_42_a_check_of_another_app_does_not_replace_the_one_that_failed()
    {
        Host.Report("ci", "failure");
        Host.Report("ci", "success", "other-app");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "checks", "the check 'ci' of 'ci-app' is 'failure'");
    }

    [Fact]
    public async Task Case_42_a_check_of_one_moment_goes_by_its_number()
    {
        Host.Report("ci", "success");
        Host.Report("ci", "failure");
        Host.Checks[0] = Host.Checks[0] with { Started = Host.Checks[1].Started };

        await Scene.ShouldBeAsync(GateDecision.Blocked, "checks");
    }

    [Fact]
    public async Task Case_43_a_required_check_that_is_absent()
    {
        Host.Report("CI", "success");

        await Scene.ShouldBeAsync(GateDecision.Pending, "checks", "the check 'ci' has not started");
    }

    [Theory]
    [InlineData("success", GateDecision.Approved)]
    [InlineData("SUCCESS", GateDecision.Approved)]
    [InlineData("skipped", GateDecision.Blocked)]
    [InlineData("neutral", GateDecision.Blocked)]
    [InlineData("cancelled", GateDecision.Blocked)]
    [InlineData("stale", GateDecision.Blocked)]
    [InlineData("action_required", GateDecision.Blocked)]
    [InlineData("timed_out", GateDecision.Blocked)]
    [InlineData("startup_failure", GateDecision.Blocked)]
    [InlineData("error", GateDecision.Blocked)]
    [InlineData("queued", GateDecision.Pending)]
    [InlineData("waiting", GateDecision.Pending)]
    [InlineData("requested", GateDecision.Pending)]
    [InlineData("splendid", GateDecision.Indeterminate)]
    [InlineData("", GateDecision.Indeterminate)]
    public async Task Case_43_every_state_of_a_required_check(string state, GateDecision decision)
    {
        Host.Report("ci", state);

        await Scene.ShouldBeAsync(decision, decision == GateDecision.Approved ? null : "checks");
    }

    [Theory]
    [InlineData("neutral", GateDecision.Approved)]
    [InlineData("skipped", GateDecision.Approved)]
    [InlineData("cancelled", GateDecision.Blocked)]
    public async Task Case_43_neutral_and_skipped_pass_only_where_the_spec_allows_them(string state, GateDecision decision)
    {
        Policy = new ReleaseSpec { Checks = ["ci", "lint"], AllowNeutral = ["ci"] };
        Host.Report("ci", state);
        Host.Report("lint", "success");

        await Scene.ShouldBeAsync(decision);
    }

    [Fact]
    public async Task A_check_that_nobody_requires_blocks_nothing()
    {
        Host.Report("ci", "success");
        Host.Report("nightly", "failure");

        await Scene.ShouldBeAsync(GateDecision.Approved);
    }

    [Fact]
    public async Task The_gates_own_check_is_never_one_that_it_waits_for()
    {
        Policy = new ReleaseSpec { Checks = ["model-release / churn"] };
        Host.Report("model-release / churn", "failure", "github-actions");

        var ruling = await Scene.ShouldBeAsync(GateDecision.Approved);

        ruling.Checks.Single(check => check.Name == "checks").Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public async Task Checks_of_an_earlier_head_say_nothing()
    {
        Host.Report("ci", "success");
        Scene.Judged.Leave("train", change: evidence => evidence with { DurationMs = 7 });
        Host.Push(Scene.Files(), Bot);
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Pending, "checks", "has not started");
    }
}
