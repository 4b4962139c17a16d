using ModelPipeline.Evidence;
using Shared.GitHub;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd.Releases;

public sealed class WholeLifeTests
{
    private const string Branch = "release/penguins-1.1.0";
    private const string Tag = "penguins@v1.1.0";

    [Fact]
    public async Task A_change_is_proposed_approved_released_and_the_next_champion()
    {
        await using var models = await HostedModels.StartWithChampionAsync();
        models.ChangeParameter();
        var main = models.Repository.Tip("main");

        await ShouldExitAsync(models, 0, "--target=ProposeRelease");
        ShouldBeMeasuredBesideTheChampion(models.Checkout);
        var head = models.Repository.Tip(Branch);
        models.Repository.History.Range(main, head).ShouldHaveSingleItem();
        models.FilesAt(head).Keys.Except(models.FilesAt(main).Keys).ShouldAllBe(path => path.StartsWith("models/penguins/releases/1.1.0/", StringComparison.Ordinal));
        (models.Request.Title, models.Request.Head).ShouldBe(("Release penguins 1.1.0", head));
        models.Request.Body.ShouldNotBeNull().ShouldContain("sha256:");
        var dispatch = models.Repository.Dispatches.ShouldHaveSingleItem();
        (dispatch.Workflow, dispatch.Ref).ShouldBe(("ci.yml", $"refs/heads/{Branch}"));
        models.Repository.CheckRun(head, "ci");

        await ShouldExitWithoutChangesAsync(models, 0, "--target=ProposeRelease");

        await ShouldExitAsync(models, 4, "--target=GateRelease", "--pull-request=1");
        ShouldBeChecked(models.Repository, head, "in_progress", null);

        models.Review(models.Bob);
        await ShouldExitAsync(models, 0, "--target=GateRelease", "--pull-request=1");
        ShouldBeChecked(models.Repository, head, "completed", "success");

        await ShouldExitAsync(models, 0, "--target=Release", "--pull-request=1");
        models.ShouldBeReleased(Tag);
        models.Request.Head.ShouldBe(head);

        await ShouldExitWithoutChangesAsync(models, 0, "--target=Release", "--pull-request=1");

        models.Pull();
        await ShouldExitAsync(models, 0, "--target=Train");
        models.Checkout.Evidence(HostedModels.Model).Read(StepNames.Train).ShouldNotBeNull().Baseline.ShouldNotBeNull().Version.ShouldBe("1.1.0");
    }

    /// <summary>The host measures with workers of its own, and removes what they needed.</summary>
    private static void ShouldBeMeasuredBesideTheChampion(ModelRepository checkout)
    {
        var evidence = checkout.Evidence(HostedModels.Model).Read(StepNames.BenchmarkTest).ShouldNotBeNull();
        evidence.Baseline.ShouldNotBeNull().Version.ShouldBe("1.0.0");
        evidence.Checks.Select(check => check.Name).ShouldBe(["latency", "batch", "memory", "allocated", "train", "size"], evidence.Summary);
        evidence.Checks.ShouldNotContain(check => check.Status == Status.Failed);
        evidence.Measures["latency.ratio"].Value.ShouldBeGreaterThan(0);
        Directory.GetFileSystemEntries(Path.Combine(checkout.Workspace, HostedModels.Model)).ShouldNotContain(path => path.EndsWith("benchmark", StringComparison.Ordinal));
    }

    private static void ShouldBeChecked(GitHubRepository repository, string head, string status, string? conclusion)
    {
        var check = repository.CheckRuns.Last(run => run.Name == "model-release / penguins");
        (check.Suite.Commit, check.Status, check.Conclusion).ShouldBe((head, status, conclusion));
    }

    private static async Task ShouldExitAsync(HostedModels models, int exitCode, params string[] arguments)
    {
        var run = await models.RunAsync(arguments);
        run.ExitCode.ShouldBe(exitCode, run.Output);
    }

    private static async Task ShouldExitWithoutChangesAsync(HostedModels models, int exitCode, params string[] arguments)
    {
        models.GitHub.ForgetRequests();
        await ShouldExitAsync(models, exitCode, arguments);
        models.GitHub.Changes.ShouldBeEmpty();
    }
}
