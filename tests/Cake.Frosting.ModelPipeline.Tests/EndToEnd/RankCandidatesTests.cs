namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class RankCandidatesTests
{
    [Fact]
    public async Task Bundles_of_several_runs_are_ranked()
    {
        using var repository = new ModelRepository("penguins");
        (await repository.RunAsync("--target=Train", "--workspace=one")).ExitCode.ShouldBe(0);
        repository.Edit(repository.Spec("penguins"), "l2: 1.0", "l2: 10000.0");
        (await repository.RunAsync("--target=Train", "--workspace=two")).ExitCode.ShouldBe(0);

        var run = await repository.RunAsync("--target=RankCandidates", "--candidate=one/penguins/bundle", "--candidate", "two/penguins/bundle");

        run.ExitCode.ShouldBe(0, run.Output);
        var page = await File.ReadAllTextAsync(Path.Combine(repository.Workspace, "penguins", "reports", "ranking.md"), TestContext.Current.CancellationToken);
        page.ShouldContain("| 1 | one/penguins/bundle |");
        page.ShouldContain("| 2 | two/penguins/bundle |");
    }

    [Fact]
    public async Task Several_candidates_exit_2_with_another_target()
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync("--target=Evaluate", "--candidate=a", "--candidate=b");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("several candidates can only be ranked: run the target RankCandidates alone");
    }
}
