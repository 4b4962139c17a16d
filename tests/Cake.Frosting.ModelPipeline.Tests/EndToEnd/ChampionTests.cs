using ModelPipeline.Evidence;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class ChampionTests
{
    [Fact]
    public async Task A_sample_is_compared_with_its_champion_and_passes()
    {
        using var repository = ModelRepository.WithChampions("churn");

        var run = await repository.RunAsync("--target=Evaluate", "--target=DifferentialTest");

        run.ExitCode.ShouldBe(0, run.Output);
        var evaluate = repository.Evidence("churn").Read(StepNames.Evaluate).ShouldNotBeNull();
        evaluate.Baseline.ShouldNotBeNull().Version.ShouldBe("1.0.0");
        evaluate.Checks.ShouldContain(check => check.Name == "auc.max_regression" && check.Status == Status.Passed);
        repository.Evidence("churn").Read(StepNames.DifferentialTest).ShouldNotBeNull().Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public async Task A_feature_that_the_candidate_no_longer_reads_fails_with_its_name()
    {
        using var repository = ModelRepository.WithChampions("churn");
        repository.Edit(repository.Spec("churn"), "  split: {", "  ignore: [contract]\n  split: {");

        await ShouldFail(repository, "'contract'");
    }

    [Fact]
    public async Task Labels_at_random_fail_and_are_named()
    {
        using var repository = ModelRepository.WithChampions("churn");
        Rewrite(repository.Data("churn"), "churn", rows =>
        {
            var random = new Random(5);
            return [.. rows.OrderBy(_ => random.Next())];
        });

        await ShouldFail(repository, "the labels look shuffled");
    }

    [Fact]
    public async Task A_feature_that_has_become_constant_fails_with_its_name()
    {
        using var repository = ModelRepository.WithChampions("churn");
        Rewrite(repository.Data("churn"), "tenure", rows => [.. rows.Select(_ => "12")]);

        await ShouldFail(repository, "feature 'tenure' is 12 in all");
    }

    [Fact]
    public async Task A_bundle_may_take_the_champions_place()
    {
        using var repository = await VerifiedModel.CopyAsync();
        ModelRepository.Copy(Path.Combine(repository.Workspace, "penguins", "bundle"), Path.Combine(repository.Folder, "before"));

        var run = await repository.RunAsync("--target=DifferentialTest", "--baseline=before");

        run.ExitCode.ShouldBe(0, run.Output);
        repository.Evidence("penguins").Read(StepNames.DifferentialTest).ShouldNotBeNull().Status.ShouldBe(Status.Passed);
    }

    private static async Task ShouldFail(ModelRepository repository, string cause)
    {
        var run = await repository.RunAsync("--target=Evaluate", "--target=DifferentialTest");

        run.ExitCode.ShouldBe(3, run.Output);
        var checks = repository.Evidence("churn").Read(StepNames.DifferentialTest).ShouldNotBeNull().Checks;
        checks.ShouldContain(check => check.Status == Status.Failed && check.Required && check.Hint != null && check.Hint.Contains(cause));
    }

    private static void Rewrite(string file, string column, Func<string[], string[]> change)
    {
        var lines = File.ReadAllLines(file).Select(line => line.Split(',')).ToArray();
        var place = Array.IndexOf(lines[0], column);
        var changed = change([.. lines.Skip(1).Select(line => line[place])]);
        for (var row = 0; row < changed.Length; row++)
            lines[row + 1][place] = changed[row];
        File.WriteAllLines(file, lines.Select(line => string.Join(',', line)));
    }
}
