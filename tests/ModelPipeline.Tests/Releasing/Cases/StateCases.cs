using ModelPipeline.Evidence;
using ModelPipeline.Releasing;

namespace ModelPipeline.Tests.Releasing.Cases;

public sealed class StateCases : GateCase
{
    [Fact]
    public async Task Case_37_a_draft()
    {
        Host.Request = Host.Request with { IsDraft = true };
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "pull_request", "pull request 12: it is a draft");
    }

    [Fact]
    public async Task Case_37_closed_without_a_merge()
    {
        Host.Request = Host.Request with { IsOpen = false };
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "pull_request", "it was closed without being merged");
    }

    [Fact]
    public async Task Case_37_merged_is_judged_by_the_head_that_was_merged_and_the_base_before()
    {
        Review(Rita, "APPROVED");
        var before = Host.Git["main"];
        Host.Merge();
        Host.Commit("main", new Dictionary<string, byte[]?> { ["models/churn/model.yaml"] = ReleaseScene.Bytes("changed since") }, Rita);

        var ruling = await Scene.ShouldBeAsync(GateDecision.Approved);

        ruling.Base.ShouldBe(before);
        ruling.Request!.MergeCommit.ShouldNotBeNull();
    }

    [Fact]
    public async Task Case_37_merged_without_an_approval_stays_unapproved()
    {
        Host.Merge();

        await Scene.ShouldBeAsync(GateDecision.Pending, "approvals", "0 of 1");
    }

    /// <summary>After a fast-forward or a rebase of several commits nobody can say what the champion was.</summary>
    [Theory]
    [InlineData("head")]
    [InlineData("rebase")]
    [InlineData("foreign")]
    public async Task A_merge_that_does_not_tell_its_base(string how)
    {
        Review(Rita, "APPROVED");
        var before = Host.Git["main"]!;
        if (how == "rebase")
            Host.Push(new Dictionary<string, byte[]?> { [$"{ReleaseScene.Folder}/more.csv"] = "a"u8.ToArray() }, Bot);
        Host.Merge();
        if (how == "head")
            Host.Request = Host.Request with { MergeCommit = Host.Head };
        if (how == "foreign")
            Host.Parents = [before, before];

        await Scene.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", how == "head" ? "was merged without a merge commit" : "does not tell on top of what");
    }

    [Fact]
    public async Task A_merge_commit_went_on_top_of_its_first_parent()
    {
        Review(Rita, "APPROVED");
        var before = Host.Git["main"]!;
        Host.Merge();
        Host.Asked = member => Host.Parents = member == "parents" && Host.Parents is null ? [before, Host.Head] : Host.Parents;

        (await Scene.ShouldBeAsync(GateDecision.Approved)).Base.ShouldBe(before);
    }

    [Fact]
    public async Task Case_37_another_base_branch()
    {
        Host.Git["next"] = Host.Git["main"]!;
        Host.Request = Host.Request with { BaseBranch = "next" };
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "pull_request", "it goes to the branch 'next', releases go to 'main'");
    }

    [Fact]
    public async Task Case_38_a_deleted_fork()
    {
        Host.Request = Host.Request with { HeadRepository = null };
        Review(Rita, "APPROVED");

        await Scene.ShouldBeAsync(GateDecision.Blocked, "pull_request", "the repository that it comes from is deleted");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_named_at_once()
    {
        Host.Request = Host.Request with { IsDraft = true, HeadRepository = null };
        Review(Rita, "CHANGES_REQUESTED");

        var ruling = await Scene.ShouldBeAsync(GateDecision.Blocked, "pull_request", "it is a draft; the repository that it comes from is deleted");

        ruling.Checks.Where(check => check.Status == Status.Failed).Select(check => check.Name).ShouldBe(["pull_request", "objections"]);
    }
}
