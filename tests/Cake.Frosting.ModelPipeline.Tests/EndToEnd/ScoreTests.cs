namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class ScoreTests
{
    [Fact]
    public async Task The_champion_scores_a_file_and_the_key_identifies_its_rows()
    {
        using var repository = ModelRepository.WithChampions("churn");

        var run = await repository.RunAsync("--target=Score", "--data=models/churn/data/churn.csv", "--output=out/scores.csv");

        run.ExitCode.ShouldBe(0, run.Output);
        run.Output.ShouldContain("7,043 rows scored with churn 1.0.0");
        run.Output.ShouldContain("written to out/scores.csv");
        File.ReadLines(Path.Combine(repository.Folder, "out", "scores.csv")).First().ShouldBe("customer_id,probability,label");
        Directory.EnumerateFiles(Path.Combine(repository.Folder, "out")).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Without_a_release_the_run_says_what_to_score_with()
    {
        using var repository = new ModelRepository("churn");

        var run = await repository.RunAsync("--target=Score", "--data=models/churn/data/churn.csv", "--output=scores.csv");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("--candidate");
        File.Exists(Path.Combine(repository.Folder, "scores.csv")).ShouldBeFalse();
    }

    [Fact]
    public async Task Missing_and_contradicting_arguments_exit_2_all_at_once()
    {
        using var repository = ModelRepository.WithChampions("churn");

        var run = await repository.RunAsync("--target=Score", "--columns=some", "--candidate=a", "--baseline=1.0.0");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("'--data' is missing: the target Score needs --data=FILE");
        run.Output.ShouldContain("'--output' is missing: the target Score needs --output=FILE");
        run.Output.ShouldContain("'--columns' takes key or all, not 'some'");
        run.Output.ShouldContain("'--candidate' and '--baseline' each name a bundle to score with");
    }
}
