using ModelPipeline.Releasing;
using ModelPipeline.Specs;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Gate;

public sealed class CheckCases : GateCase
{
    [Theory]
    [InlineData("success", "success", GateDecision.Approved)]
    [InlineData("success", "failure", GateDecision.Blocked)]
    [InlineData("failure", "success", GateDecision.Blocked)]
    [InlineData("success", "error", GateDecision.Blocked)]
    [InlineData("success", "pending", GateDecision.Pending)]
    public async Task Case_42_a_check_and_a_status_of_one_name_must_both_succeed(string check, string status, GateDecision decision)
    {
        Report(check);
        ReportStatus(status);

        await ShouldBeAsync(decision);
    }

    [Theory]
    [InlineData("failure", "success", GateDecision.Approved)]
    [InlineData("success", "failure", GateDecision.Blocked)]
    [InlineData("success", null, GateDecision.Pending)]
    [InlineData("failure", null, GateDecision.Pending)]
    public async Task Case_42_of_a_rerun_the_newest_counts(string first, string? second, GateDecision decision)
    {
        Report(first);
        World.Pass();
        Report(second);

        await ShouldBeAsync(decision);
    }

    [Theory]
    [InlineData("failure", "success", GateDecision.Approved)]
    [InlineData("success", "failure", GateDecision.Blocked)]
    public async Task Case_42_of_a_rerun_in_one_second_the_newest_counts(string first, string second, GateDecision decision)
    {
        Report(first);
        Report(second);

        await ShouldBeAsync(decision);
    }

    [Theory]
    [InlineData("failure", "success", GateDecision.Approved)]
    [InlineData("success", "failure", GateDecision.Blocked)]
    [InlineData("success", "pending", GateDecision.Pending)]
    public async Task Case_42_of_a_status_written_again_the_newest_counts(string first, string second, GateDecision decision)
    {
        ReportStatus(first);
        World.Pass();
        ReportStatus(second);

        await ShouldBeAsync(decision);
    }

    [Fact]
    public async Task Case_42_a_check_of_another_app_does_not_replace_the_one_that_failed()
    {
        Report("failure");
        World.Pass();
        Report("success", GitHub.App("other-app"));

        await ShouldBeAsync(GateDecision.Blocked, "the check 'ci' of 'github-actions' is 'failure'");
    }

    [Fact]
    public async Task Case_42_a_status_of_another_account_does_not_replace_the_one_that_failed()
    {
        ReportStatus("failure");
        World.Pass();
        World.Models.Status(World.Request.Head, "ci", "success", Rita);

        await ShouldBeAsync(GateDecision.Blocked, "the check 'ci' of 'sam' is 'failure'");
    }

    [Fact]
    public Task Case_43_a_required_check_that_is_absent() => ShouldBeAsync(GateDecision.Pending, "the check 'ci' has not started");

    [Theory]
    [InlineData("success", GateDecision.Approved)]
    [InlineData("failure", GateDecision.Blocked)]
    [InlineData("skipped", GateDecision.Blocked)]
    [InlineData("neutral", GateDecision.Blocked)]
    [InlineData("cancelled", GateDecision.Blocked)]
    [InlineData("stale", GateDecision.Blocked)]
    [InlineData("action_required", GateDecision.Blocked)]
    [InlineData("timed_out", GateDecision.Blocked)]
    [InlineData("startup_failure", GateDecision.Blocked)]
    [InlineData("splendid", GateDecision.Indeterminate)]
    [InlineData("", GateDecision.Indeterminate)]
    public async Task Case_43_every_conclusion_of_a_required_check(string conclusion, GateDecision decision)
    {
        Report(conclusion);

        await ShouldBeAsync(decision);
    }

    [Theory]
    [InlineData("queued", GateDecision.Pending)]
    [InlineData("in_progress", GateDecision.Pending)]
    [InlineData("waiting", GateDecision.Pending)]
    [InlineData("requested", GateDecision.Pending)]
    [InlineData("pending", GateDecision.Pending)]
    [InlineData("dreaming", GateDecision.Indeterminate)]
    [InlineData("completed", GateDecision.Indeterminate)]
    public async Task Case_43_every_state_of_a_check_without_a_conclusion(string state, GateDecision decision)
    {
        Report(null).Status = state;

        await ShouldBeAsync(decision);
    }

    [Theory]
    [InlineData("neutral", GateDecision.Approved)]
    [InlineData("skipped", GateDecision.Approved)]
    [InlineData("cancelled", GateDecision.Blocked)]
    public async Task Case_43_neutral_and_skipped_pass_only_where_the_spec_allows_them(string conclusion, GateDecision decision)
    {
        Report(conclusion);
        World.Models.CheckRun(World.Request.Head, "lint");

        await ShouldBeAsync(decision, policy: new ReleaseSpec { Checks = ["ci", "lint"], AllowNeutral = ["ci"] });
    }

    [Fact]
    public async Task Case_43_a_check_on_page_2()
    {
        Report("failure");
        for (var number = 0; number < 100; number++)
            World.Models.CheckRun(World.Request.Head, $"other-{number}");

        await ShouldBeAsync(GateDecision.Blocked, "the check 'ci' of 'github-actions' is 'failure'");
    }

    [Fact]
    public async Task Checks_of_an_earlier_head_say_nothing()
    {
        Report("success");
        World.Push(World.ChangedFiles());

        await ShouldBeAsync(GateDecision.Pending, "has not started");
    }

    private GitHubCheckRun Report(string? conclusion, GitHubApp? app = null) => World.Models.CheckRun(World.Request.Head, "ci", conclusion, app);

    private void ReportStatus(string state) => World.Models.Status(World.Request.Head, "ci", state, Sam);

    /// <summary>Asserts the decision on an approved head whose check <c>ci</c> is required.</summary>
    private async Task ShouldBeAsync(GateDecision decision, string reason = "", ReleaseSpec? policy = null)
    {
        Policy = policy ?? new ReleaseSpec { Checks = ["ci"] };
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(decision, decision == GateDecision.Approved ? null : "checks", reason);
    }
}
