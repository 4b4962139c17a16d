using System.Text;
using Shared.GitHub;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd.Releases;

public sealed class ApprovalTests
{
    [Fact]
    public async Task Requested_changes_block_with_3()
    {
        await using var models = await ProposedRelease.StartAsync();
        models.Review(models.Bob, "CHANGES_REQUESTED");

        await ShouldDecideAsync(models, 3, "failure", "bob");
    }

    [Fact]
    public async Task A_push_after_the_approval_makes_it_pending_with_4_even_where_the_host_moves_the_review_along()
    {
        await using var models = await ProposedRelease.StartApprovedAsync();
        models.Repository.ForcePush(ProposedRelease.Branch, [], models.GitHub.Actions.Bot, onto: models.Repository.Tip(ProposedRelease.Branch), message: "An empty commit");
        models.LetTimePass();

        await ShouldDecideAsync(models, 4, null, "0 of 1 needed approval");
    }

    [Fact]
    public async Task Evidence_that_was_edited_in_the_pull_request_is_blocked_with_3()
    {
        await using var models = await ProposedRelease.StartAsync();
        const string Path = $"{ProposedRelease.Folder}/evidence/evaluate.json";
        var edited = Encoding.UTF8.GetString(models.FilesAt(ProposedRelease.Branch)[Path]).Replace("0.98", "0.99", StringComparison.Ordinal);
        models.Repository.Push(ProposedRelease.Branch, new() { { Path, edited } }, models.GitHub.Actions.Bot);
        models.Review(models.Bob);

        await ShouldDecideAsync(models, 3, "failure", "not as release.json lists them: 'evidence/evaluate.json'");
    }

    [Fact]
    public async Task An_answer_of_GitHub_that_cannot_be_read_makes_it_indeterminate_with_1()
    {
        await using var models = await ProposedRelease.StartApprovedAsync();
        models.GitHub.Faults = request => request.Path.EndsWith("/reviews", StringComparison.Ordinal) ? Fault.Rewrite(_ => "[{}]") : null;

        await ShouldDecideAsync(models, 1, "action_required", "nothing can be said of the pull request");
    }

    [Fact]
    public async Task Who_triggered_the_proposal_does_not_approve_it()
    {
        await using var models = await ProposedRelease.StartAsync();
        models.Review(models.Alice);

        await ShouldDecideAsync(models, 4, null, "0 of 1 needed approval");
    }

    [Fact]
    public async Task Without_a_host_a_pull_request_cannot_be_judged_and_it_ends_with_2()
    {
        using var git = new PlainGit(new ModelRepository(HostedModels.Model));

        var run = await git.Checkout.RunAsync("--target=Release", "--pull-request=1");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("GITHUB_REPOSITORY");
    }

    /// <summary>Release ends as the gate decides, changes nothing but the decision's check run, and says why.</summary>
    private static async Task ShouldDecideAsync(HostedModels models, int exitCode, string? conclusion, string reason)
    {
        models.GitHub.ForgetRequests();

        var run = await models.RunAsync("--target=Release", "--pull-request=1");

        run.ExitCode.ShouldBe(exitCode, run.Output);
        run.Output.ShouldContain(reason);
        models.GitHub.Changes.ShouldHaveSingleItem().Path.ShouldBe("repos/acme/models/check-runs");
        var check = models.Repository.CheckRuns.Where(check => check.Name == "model-release / penguins").ShouldHaveSingleItem();
        (check.Conclusion, check.Suite.Commit).ShouldBe((conclusion, models.Request.Head));
        models.Request.IsMerged.ShouldBeFalse();
    }
}
