using System.Text.Json;
using Shared.GitHub;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd.Releases;

public sealed class PullRequestEventTests
{
    [Fact]
    public async Task Verify_tells_the_pull_request_once_keeps_that_up_and_without_permission_tells_the_console_alone()
    {
        await using var models = await HostedModels.StartAsync();
        models.Repository.Push("feature", new() { { "notes.md", "A change" } }, models.Alice);
        models.Repository.OpenPullRequest("feature", models.Alice);

        var first = await VerifyAsync(models);

        first.Run.ExitCode.ShouldBe(0, first.Run.Output);
        ShouldBeTold(models, "success");
        var told = models.Repository.Comments.Single().Body;
        first.Outputs.ShouldContain("verdict<<");
        first.Summary.ShouldContain("penguins");
        File.ReadAllText(Path.Combine(models.Checkout.Workspace, "reports", "junit.xml")).ShouldContain("<testsuite");

        models.Checkout.Edit(models.Checkout.Spec(HostedModels.Model), "accuracy: { threshold: 0.95,", "accuracy: { threshold: 1.0,");
        var second = await VerifyAsync(models);

        second.Run.ExitCode.ShouldBe(3, second.Run.Output);
        second.Run.Output.ShouldContain("::error ");
        ShouldBeTold(models, "failure");
        models.Repository.Comments.Single().Body.ShouldNotBe(told);

        models.Token = models.GitHub.ActionsToken(GitHubAccess.Read);
        models.Checkout.Edit(models.Checkout.Spec(HostedModels.Model), "threshold: 1.0,", "threshold: 0.95,");
        told = models.Repository.Comments.Single().Body;
        var third = await VerifyAsync(models);

        third.Run.ExitCode.ShouldBe(0, third.Run.Output);
        third.Run.Output.ShouldContain("Not written: comment. The token may only read");
        third.Summary.ShouldContain("penguins");
        ShouldBeTold(models, "failure");
        models.Repository.Comments.Single().Body.ShouldBe(told);
    }

    private static void ShouldBeTold(HostedModels models, string conclusion)
    {
        models.Repository.Comments.ShouldHaveSingleItem().Body.ShouldContain("penguins");
        var check = models.Repository.CheckRuns.Last();
        (check.Name, check.Conclusion, check.Suite.Commit).ShouldBe(("model-verify / penguins", conclusion, models.Request.Head));
    }

    private static async Task<(HostRun Run, string Outputs, string Summary)> VerifyAsync(HostedModels models)
    {
        var folder = Directory.CreateTempSubdirectory("runner-");
        try
        {
            var (payload, outputs, summary) = (Path.Combine(folder.FullName, "event.json"), Path.Combine(folder.FullName, "output"), Path.Combine(folder.FullName, "summary"));
            File.WriteAllText(payload, JsonSerializer.Serialize(new { number = 1, pull_request = new { number = 1, head = new { sha = models.Request.Head } } }));
            var run = await models.RunAsync(
                [], [("GITHUB_ACTIONS", "true"), ("GITHUB_EVENT_NAME", "pull_request"), ("GITHUB_EVENT_PATH", payload), ("GITHUB_OUTPUT", outputs), ("GITHUB_STEP_SUMMARY", summary)]);
            return (run, File.ReadAllText(outputs), File.ReadAllText(summary));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
