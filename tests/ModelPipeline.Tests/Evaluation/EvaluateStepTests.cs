using System.Collections.Concurrent;
using ModelPipeline.Specs;
using ModelPipeline.Data;
using ModelPipeline.Evaluation;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation;

public sealed class EvaluateStepTests : IDisposable
{
    private readonly PipelineFolder _folder = new();
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_test_rows_are_measured_and_no_training_row()
    {
        var (test, positive) = TestRows();
        await TrainAsync();
        var seen = new ConcurrentBag<double>();
        _folder.Engine.Loaded = x =>
        {
            seen.Add(x);
            return positive.Contains(x) ? 0.9 : 0.1;
        };

        var outcome = await EvaluateAsync();

        seen.Distinct().ShouldBe(test, ignoreOrder: true);
        outcome.Measures["auc"].Value.ShouldBe(1);
        outcome.Measures["accuracy"].Value.ShouldBe(1);
        outcome.Measures["test_rows"].Value.ShouldBe(test.Count);
        outcome.Checks.ShouldHaveSingleItem().Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public async Task A_model_that_says_the_opposite_fails_its_gate()
    {
        var (_, positive) = TestRows();
        await TrainAsync();
        _folder.Engine.Loaded = x => positive.Contains(x) ? 0.1 : 0.9;

        var gate = (await EvaluateAsync()).Checks.ShouldHaveSingleItem();

        gate.Status.ShouldBe(Status.Failed);
        gate.Observed.ShouldBe(0);
    }

    [Fact]
    public async Task Scores_that_are_not_finite_are_an_error_and_no_number()
    {
        await TrainAsync();
        _folder.Engine.Loaded = _ => double.NaN;

        var outcome = await EvaluateAsync();

        outcome.Checks.ShouldHaveSingleItem().Status.ShouldBe(Status.Error);
        outcome.Measures.Keys.ShouldNotContain("auc");
        outcome.Facts.Keys.ShouldContain("undefined.auc");
    }

    [Fact]
    public async Task A_bundle_other_than_the_trained_one_is_not_measured()
    {
        await TrainAsync();
        File.AppendAllText(Path.Combine(_folder.Run().Workspace.Bundle, "fake.bin"), "!");

        await Should.ThrowAsync<InputException>(EvaluateAsync);
    }

    [Fact]
    public async Task Slices_are_measured_on_the_test_rows_and_not_judged()
    {
        _folder.Spec = _folder.Spec with { Evaluate = _folder.Spec.Evaluate with { Slices = [new SliceSpec(["x"])] } };
        await TrainAsync();

        var outcome = await EvaluateAsync();

        outcome.Slices.Sum(slice => slice.Rows).ShouldBe(TestRows().All.Count);
        outcome.Checks.ShouldHaveSingleItem();
    }

    public void Dispose() => _folder.Dispose();

    private (List<double> All, HashSet<double> Positive) TestRows()
    {
        var data = _folder.Run().ReadData(_cancellation);
        var (numbers, labels) = (((NumericColumn)data.Rows.Features["x"]).Values.ToArray(), data.Rows.Labels.Codes.ToArray());
        return ([.. data.Split.Test.Select(row => numbers[row])], [.. data.Split.Test.Where(row => labels[row] == 1).Select(row => numbers[row])]);
    }

    private async Task TrainAsync()
    {
        var runner = new StepRunner(new ManualClock(), new RecordingReporter());
        _folder.Leave(StepNames.ValidateData);
        var report = await runner.RunAsync(new TrainStep(new ManualClock(), new FixedProvenance(new Provenance { OperatingSystem = "linux-x64", Runtime = ".NET 10", Processors = 2 })), _folder.Run(), _cancellation);
        report.Status.ShouldBe(Status.Passed, report.Reason);
    }

    private Task<StepOutcome> EvaluateAsync() => new EvaluateStep().RunAsync(_folder.Run(), new Progress<string>(), _cancellation);
}
