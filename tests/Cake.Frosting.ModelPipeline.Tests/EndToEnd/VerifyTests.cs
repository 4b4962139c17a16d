using ModelPipeline.Evidence;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class VerifyTests
{
    private static readonly string[] Compared = [StepNames.Evaluate, StepNames.DifferentialTest, StepNames.BenchmarkTest];

    [Fact]
    public async Task Models_without_a_champion_pass_and_get_cards_and_a_second_run_skips_what_passed()
    {
        using var repository = new ModelRepository("churn", "diamonds", "penguins");

        var first = await repository.RunAsync();

        first.ExitCode.ShouldBe(0, first.Output);
        first.Output.ShouldStartWith("ModelPipeline ");
        foreach (var model in new[] { "churn", "diamonds", "penguins" })
        {
            foreach (var step in StepNames.Required)
                repository.Evidence(model).Read(step).ShouldNotBeNull().Status.ShouldBe(Compared.Contains(step) ? Status.NoBaseline : Status.Passed);
            File.ReadAllText(repository.Card(model)).ShouldStartWith("---\n");
        }

        AtLeast(repository.Evidence("churn"), "auc", 0.82);
        AtLeast(repository.Evidence("diamonds"), "r2", 0.90);

        var second = await repository.RunAsync();

        second.ExitCode.ShouldBe(0, second.Output);
        foreach (var model in new[] { "churn", "diamonds", "penguins" })
            second.Output.Split('\n').Count(line => line.StartsWith($"  {model}  skipped", StringComparison.Ordinal)).ShouldBe(4, second.Output);
        second.Output.ShouldContain("Skipped: the same data, spec, baseline and tool as when the step passed.");
    }

    [Fact]
    public async Task A_worse_candidate_exits_3_says_by_how_much_and_the_other_models_still_run()
    {
        using var repository = new ModelRepository("churn", "penguins");
        repository.Edit(repository.Spec("churn"), "l2: 1.0", "l2: 1e6");

        var run = await repository.RunAsync();

        run.ExitCode.ShouldBe(3, run.Output);
        var evidence = repository.Evidence("churn").Read(StepNames.Evaluate).ShouldNotBeNull();
        evidence.Status.ShouldBe(Status.Failed);
        var gate = evidence.Checks.Single(check => check.Name == "log_loss.threshold");
        gate.Status.ShouldBe(Status.Failed);
        gate.Reason.ShouldContain("above the threshold 0.4800 by");
        File.ReadAllText(repository.Card("churn")).ShouldContain("above the threshold 0.4800 by");
        repository.Evidence("penguins").Read(StepNames.ModelCard).ShouldNotBeNull().Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public async Task Another_data_file_is_judged_in_place_of_the_specs()
    {
        using var repository = new ModelRepository("penguins");
        var half = Path.Combine(repository.Folder, "half.csv");
        File.WriteAllLines(half, File.ReadAllLines(repository.Data("penguins")).Where((_, line) => line % 2 == 0));

        var run = await repository.RunAsync("--target=Evaluate", "--data=half.csv");

        run.ExitCode.ShouldBeOneOf(0, 3);
        repository.Evidence("penguins").Read(StepNames.ValidateData).ShouldNotBeNull().Measures["rows"].Value.ShouldBe(172);
    }

    [Fact]
    public async Task A_changed_spec_runs_again_and_a_changed_card_is_rendered_again()
    {
        using var repository = await VerifiedModel.CopyAsync();
        var card = File.ReadAllText(repository.Card("penguins"));

        File.AppendAllText(repository.Card("penguins"), "edited by hand");
        var second = await repository.RunAsync();

        second.ExitCode.ShouldBe(0, second.Output);
        File.ReadAllText(repository.Card("penguins")).ShouldBe(card);

        repository.Edit(repository.Spec("penguins"), "344 birds.", "344 birds, on three islands.");
        var third = await repository.RunAsync();

        third.Output.ShouldNotContain("skipped");
        File.ReadAllText(repository.Card("penguins")).ShouldContain("on three islands");
    }

    [Fact]
    public async Task Two_runs_at_once_wait_for_each_other_and_both_pass()
    {
        using var repository = new ModelRepository("penguins");

        var runs = await Task.WhenAll(repository.RunAsync("--target=Package"), repository.RunAsync("--target=Package"), repository.RunAsync("--target=Package", "--force"));

        runs.Select(run => run.ExitCode).ShouldBe([0, 0, 0], string.Join("\n", runs.Select(run => run.Output)));
        repository.HalfWritten().ShouldBeEmpty();
    }

    private static void AtLeast(EvidenceStore evidence, string metric, double least)
    {
        var measure = evidence.Read(StepNames.Evaluate)!.Measures[metric];
        measure.Value.ShouldBeGreaterThanOrEqualTo(least);
        measure.Low.ShouldNotBeNull().ShouldBeLessThan(measure.Value);
        measure.High.ShouldNotBeNull().ShouldBeGreaterThan(measure.Value);
    }
}
