using ModelPipeline.Evidence;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd;

public sealed class MutationTests
{
    [Fact]
    public async Task Every_fault_that_a_sample_can_have_is_caught_and_nothing_is_left_of_the_trials()
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync("--target", "MutationTest", "--model", "penguins", "--clean-runs", "2");

        var evidence = repository.Evidence("penguins").Read(StepNames.MutationTest).ShouldNotBeNull(run.Output);
        evidence.Measures["faults"].Value.ShouldBe(11);
        evidence.Measures["caught"].Value.ShouldBe(11, evidence.Summary);
        evidence.Measures["clean_runs"].Value.ShouldBe(2);
        evidence.Checks.Single(check => check.Name == "fault.other-positive-class").Reason.ShouldBe("n/a: only a binary task has a positive class");
        run.ExitCode.ShouldBe(evidence.Status == Status.Passed ? 0 : 3, run.Output);
        var report = await File.ReadAllTextAsync(Path.Combine(repository.Workspace, "penguins", "reports", "mutation.md"), TestContext.Current.CancellationToken);
        report.ShouldStartWith("# Mutation test of penguins\n\n11 of 11 faults caught, ");
        Directory.Exists(Path.Combine(repository.Workspace, "penguins", "mutation")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_model_that_does_not_pass_is_not_tested_and_exits_2()
    {
        using var repository = new ModelRepository("penguins");
        repository.Edit(repository.Spec("penguins"), "accuracy: { threshold: 0.95,", "accuracy: { threshold: 1.0,");

        var run = await repository.RunAsync("--target=MutationTest");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain("Only a model that passes can be tested with faults");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("10001")]
    [InlineData("some")]
    public async Task A_number_of_clean_runs_that_is_none_exits_2(string runs)
    {
        using var repository = new ModelRepository("penguins");

        var run = await repository.RunAsync("--target=MutationTest", $"--clean-runs={runs}");

        run.ExitCode.ShouldBe(2, run.Output);
        run.Output.ShouldContain($"--clean-runs '{runs}' is no number from 1 to 10000");
    }
}
