using ModelPipeline.Data;
using ModelPipeline.Evaluation;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation;

public sealed class EvaluateAgainstChampionTests : IDisposable
{
    private readonly TrainedFolder _folder = new();

    public EvaluateAgainstChampionTests() => _folder.Pipeline.Spec = _folder.Pipeline.Spec with
    {
        Evaluate = new EvaluateSpec { Gates = new Dictionary<string, GateSpec> { ["brier"] = new() { MaxRegression = 0.05 } } },
    };

    [Fact]
    public async Task Without_a_champion_the_comparison_has_no_baseline()
    {
        await TrainAsync(Right);

        var outcome = await EvaluateAsync();

        outcome.Checks.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            check => check.Name.ShouldBe("brier.max_regression"), check => check.Status.ShouldBe(Status.NoBaseline));
        outcome.Measures.Keys.ShouldNotContain(name => name.Contains('.'));
    }

    [Fact]
    public async Task Both_models_are_measured_with_the_difference_and_its_interval()
    {
        await TrainAsync(x => Right(x) - 0.1 * Sign(x));
        Crown("champion", Right);

        var outcome = await EvaluateAsync();

        outcome.Checks.ShouldHaveSingleItem().Status.ShouldBe(Status.Passed);
        outcome.Measures["brier"].Value.ShouldBe(0.04, 1e-12);
        outcome.Measures["champion.brier"].Value.ShouldBe(0.01, 1e-12);
        outcome.Measures["difference.brier"].ShouldSatisfyAllConditions(
            difference => difference.Value.ShouldBe(0.03, 1e-12), difference => difference.Low!.Value.ShouldBe(0.03, 1e-9), difference => difference.High!.Value.ShouldBe(0.03, 1e-9));
        outcome.Summary.ShouldBe("brier 0.0400 [0.0400, 0.0400], difference 0.0300 [0.0300, 0.0300]");
    }

    [Fact]
    public async Task A_candidate_that_is_worse_fails()
    {
        await TrainAsync(x => 1 - Right(x));
        Crown("champion", Right);

        (await EvaluateAsync()).Checks.ShouldHaveSingleItem().Status.ShouldBe(Status.Failed);
    }

    [Fact]
    public async Task The_champion_against_itself_passes()
    {
        await TrainAsync(Right);
        Crown("champion", Right);

        (await EvaluateAsync()).Checks.ShouldHaveSingleItem().Status.ShouldBe(Status.Passed);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Scores_that_are_no_numbers_on_either_side_are_an_error(bool candidate)
    {
        await TrainAsync(candidate ? _ => double.NaN : Right);
        Crown("champion", candidate ? Right : _ => double.NaN);

        var outcome = await EvaluateAsync();

        outcome.Checks.ShouldHaveSingleItem().Status.ShouldBe(Status.Error);
        outcome.Facts.Keys.ShouldContain(candidate ? "undefined.brier" : "undefined.champion.brier");
        outcome.Measures.Keys.ShouldNotContain("difference.brier");
    }

    [Fact]
    public async Task A_champion_that_cannot_score_the_rows_fails_the_comparison_with_every_fault()
    {
        await TrainAsync(Right);
        Crown("champion", Right, manifest => manifest with
        {
            Engine = "other",
            Signature = manifest.Signature with { Inputs = [.. manifest.Signature.Inputs, new("gone", ColumnType.Numeric, [])], Classes = ["no", "maybe"] },
        });

        var outcome = await EvaluateAsync();

        var check = outcome.Checks.ShouldHaveSingleItem();
        check.Status.ShouldBe(Status.Failed);
        check.Reason.ShouldEndWith(
            "the champion cannot score these test rows: its engine 'other' is not in this build; "
            + "its classes are 'no', 'maybe', those of the data are 'no', 'yes'; the data have no column 'gone'");
        outcome.Facts["champion.faults"].ShouldNotBeEmpty();
        outcome.Measures["brier"].Value.ShouldBe(0.01, 1e-12, "the candidate is measured all the same");
    }

    [Fact]
    public async Task A_champion_of_another_task_fails_the_comparison()
    {
        await TrainAsync(Right);
        Crown("champion", Right, manifest => manifest with { Signature = manifest.Signature with { Task = ModelTask.Regression } });

        (await EvaluateAsync()).Checks.ShouldHaveSingleItem().Reason.ShouldEndWith("its task is regression, that of the spec is binary-classification");
    }

    [Fact]
    public async Task A_champion_that_was_trained_on_other_rows_has_seen_none()
    {
        await TrainAsync(Right);
        Crown("champion", Right);

        var outcome = await EvaluateAsync();

        outcome.Measures["champion.seen_test_rows"].Value.ShouldBe(0);
        outcome.Facts.Keys.ShouldNotContain("champion.seen_test_rows");
    }

    [Fact]
    public async Task A_champion_that_was_trained_on_test_rows_is_said_to_be_flattered()
    {
        await TrainAsync(Right);
        var folder = _folder.AddBundle("champion", Right);
        var data = _folder.Run().ReadData(TestContext.Current.CancellationToken);
        TrainingRows.Of(data.Rows.Features, data.Rows.Labels).Write(folder);
        _folder.Crown(folder);

        var outcome = await EvaluateAsync();

        outcome.Measures["champion.seen_test_rows"].Value.ShouldBe(1);
        outcome.Facts["champion.seen_test_rows"].ShouldStartWith("the champion was trained on 20 of the 20 rows that can be looked up (100%), which flatters it");
    }

    [Fact]
    public async Task A_champion_that_is_not_the_released_one_is_refused()
    {
        await TrainAsync(Right);
        var folder = _folder.AddBundle("champion", Right);
        _folder.Champion = new BaselineBundle(new Baseline("1.0.0", Digest.Of("other")), folder);

        await Should.ThrowAsync<InputException>(EvaluateAsync);
    }

    [Fact]
    public async Task An_undecided_comparison_beside_a_failed_threshold_leaves_the_step_failed()
    {
        _folder.Pipeline.Spec = _folder.Pipeline.Spec with
        {
            Evaluate = new EvaluateSpec { Gates = new Dictionary<string, GateSpec> { ["brier"] = new() { Threshold = 0.001, MaxRegression = 0 } } },
        };
        await TrainAsync(x => Right(x) - (x % 3 < 1 ? 0.05 : -0.03) * Sign(x));
        Crown("champion", Right);

        (await EvaluateAsync()).Checks.Select(check => check.Status).ShouldBe([Status.Failed, Status.NotRun]);
    }

    [Fact]
    public async Task Slices_are_judged_where_the_spec_says_so()
    {
        _folder.Pipeline.Spec = _folder.Pipeline.Spec with
        {
            Evaluate = _folder.Pipeline.Spec.Evaluate with
            {
                Slices = [new SliceSpec(["x"])],
                SliceGates = new Dictionary<string, SliceGateSpec> { ["brier"] = new(new GateSpec { MaxRegression = 0.05 }) { MinRows = 100 } },
            },
        };
        await TrainAsync(Right);
        Crown("champion", Right);

        (await EvaluateAsync()).Checks.Select(check => (check.Name, check.Status))
            .ShouldBe([("brier.max_regression", Status.Passed), ("slices: brier.max_regression", Status.Error)]);
    }

    public void Dispose() => _folder.Dispose();

    private static double Right(double x) => TrainedFolder.IsPositive(x) ? 0.9 : 0.1;

    private static double Sign(double x) => TrainedFolder.IsPositive(x) ? 1 : -1;

    private async Task TrainAsync(Func<double, double> scoring)
    {
        await _folder.TrainAsync();
        _folder.Engine.Models["bundle"] = scoring;
    }

    private void Crown(string name, Func<double, double> scoring, Func<BundleManifest, BundleManifest>? change = null) =>
        _folder.Crown(_folder.AddBundle(name, scoring, change));

    private Task<StepOutcome> EvaluateAsync() => _folder.RunAsync(new EvaluateStep());
}
