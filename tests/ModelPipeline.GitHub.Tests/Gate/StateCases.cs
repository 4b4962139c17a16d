using ModelPipeline.Evidence;
using ModelPipeline.Releasing;

namespace ModelPipeline.GitHub.Tests.Gate;

public sealed class StateCases : GateCase
{
    [Fact]
    public async Task Case_37_a_draft()
    {
        World.Request.IsDraft = true;
        Review(Rita, "APPROVED");

        await World.ShouldBeAsync(GateDecision.Blocked, "pull_request", "it is a draft");
    }

    [Fact]
    public async Task Case_37_closed_without_a_merge()
    {
        Review(Rita, "APPROVED");
        World.Request.Close(Sam);
        await World.ShouldBeAsync(GateDecision.Blocked, "pull_request", "it was closed without being merged");

        World.Request.Reopen(Sam);
        await World.ShouldBeAsync(GateDecision.Approved);
    }

    [Theory]
    [InlineData("merge")]
    [InlineData("squash")]
    [InlineData("rebase")]
    public async Task Case_37_merged_is_judged_by_the_head_that_was_merged_and_the_base_before(string method)
    {
        Review(Rita, "APPROVED");
        World.PushToMain(new() { { "README.md", "new" } }, World.Olga);
        var before = World.Models.Tip("main");
        World.Models.DeletesMergedBranches = true;
        World.Pass();
        World.Request.Merge(Sam, method);
        World.PushToMain(new() { { "models/churn/model.yaml", "changed since" } }, Rita);

        var ruling = await World.ShouldBeAsync(GateDecision.Approved);

        ruling.Base.ShouldBe(before);
        ruling.Request!.MergeCommit.ShouldBe(World.Request.MergeCommit);
        ruling.Request.Head.ShouldBe(World.Request.Head);
    }

    [Fact]
    public async Task Case_37_several_commits_merged_by_a_merge_commit()
    {
        MergeSeveral("merge");

        await World.ShouldBeAsync(GateDecision.Approved);
    }

    [Theory]
    [InlineData("squash")]
    [InlineData("rebase")]
    public async Task Case_37_several_commits_merged_so_that_nobody_can_say_on_top_of_what(string method)
    {
        MergeSeveral(method);

        await World.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "does not tell on top of what");
    }

    [Theory]
    [InlineData("merge")]
    [InlineData("squash")]
    public async Task Case_37_merged_without_an_approval_stays_unapproved_whoever_approves_what_else(string method)
    {
        World.Request.Merge(Sam, method);

        await World.ShouldBeAsync(GateDecision.Pending, "approvals", "0 of 1");
    }

    [Fact]
    public async Task Case_38_a_deleted_fork()
    {
        await RestartAsync(isOfFork: true);
        World.Models.CheckRun(World.Request.Head, "ci");
        Review(Rita, "APPROVED");
        await World.ShouldBeAsync(GateDecision.Approved);

        World.Head.Delete();

        await World.ShouldBeAsync(GateDecision.Blocked, "pull_request", "the repository that it comes from is deleted");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        World.Request.IsDraft = true;
        World.Request.Close(Sam);
        Review(Rita, "CHANGES_REQUESTED");

        var ruling = await World.ShouldBeAsync(GateDecision.Blocked, "pull_request", "it was closed without being merged; it is a draft");

        ruling.Checks.Where(check => check.Status == Status.Failed).Select(check => check.Name).ShouldBe(["pull_request", "objections"]);
    }

    private void MergeSeveral(string method)
    {
        World.Push(World.ChangedFiles());
        Review(Rita, "APPROVED");
        World.Pass();
        World.Request.Merge(Sam, method);
    }
}
