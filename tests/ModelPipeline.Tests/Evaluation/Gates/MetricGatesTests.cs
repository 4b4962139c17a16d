using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Evaluation.Gates;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Evaluation.Gates;

public sealed class MetricGatesTests
{
    private static readonly Dictionary<string, GateSpec> Gates = new()
    {
        ["log_loss"] = new() { MinImprovement = 0.01 },
        ["auc"] = new() { Threshold = 0.5, MaxRegression = 0.02 },
    };

    private static ComparedRows Rows { get; } = Samples.Pair(ModelTask.BinaryClassification, 200, seed: 4, difference: 0);

    [Fact]
    public void First_release_has_no_baseline_to_compare_with_and_is_judged_by_its_thresholds()
    {
        var checks = Judge(null);

        checks.Select(check => (check.Name, check.Status)).ShouldBe(
            [("auc.threshold", Status.Passed), ("auc.max_regression", Status.NoBaseline), ("log_loss.min_improvement", Status.NoBaseline)]);
        checks[1].Reason.ShouldBe("auc is not compared: there is no champion to compare with");
        (checks[1].Observed, checks[1].Limit).ShouldBe((null, -0.02));
    }

    [Fact]
    public void A_champion_that_cannot_score_the_rows_fails_the_comparisons_with_its_faults()
    {
        var checks = Judge(new BundleScores(null, null, ["the data have no column 'x'", "its classes are 'a', those of the data are 'b'"]));

        checks.Select(check => check.Status).ShouldBe([Status.Passed, Status.Failed, Status.Failed]);
        checks[1].Reason.ShouldBe(
            "auc is not compared: the champion cannot score these test rows: the data have no column 'x'; its classes are 'a', those of the data are 'b'");
        checks[1].Hint.ShouldNotBeNull();
    }

    [Fact]
    public void Equal_models_do_not_regress_and_do_not_improve()
    {
        var checks = Judge(new BundleScores(null, Rows.Champion, []));

        checks.Select(check => check.Status).ShouldBe([Status.Passed, Status.Passed, Status.Failed]);
    }

    [Fact]
    public void A_gate_on_a_metric_that_was_not_measured_is_an_error_for_each_of_its_checks()
    {
        var gates = new Dictionary<string, GateSpec>(Gates) { ["rmse"] = new() { Threshold = 1, MaxRegression = 1 } };

        var checks = Judge(null, gates);

        checks.Skip(3).Select(check => (check.Name, check.Status, check.Reason)).ShouldBe(
        [
            ("rmse.threshold", Status.Error, "rmse was not measured: it is no metric of this task"),
            ("rmse.max_regression", Status.Error, "rmse was not measured: it is no metric of this task"),
        ]);
    }

    [Fact]
    public void Test_rows_of_one_class_are_an_error_and_no_pass()
    {
        var rows = Rows with { Labels = Samples.Binary([.. Enumerable.Repeat(1, 200)]) };
        var gates = new MetricGates(new BundleScores(null, rows.Champion, []), Undecided.Pass);

        var verdicts = gates.JudgeAll(new Dictionary<string, GateSpec> { ["auc"] = Gates["auc"] }, rows.Compare(), 200);

        verdicts.Select(verdict => verdict.Check.Status).ShouldBe([Status.Error, Status.Error]);
    }

    private static IReadOnlyList<Check> Judge(BundleScores? champion, Dictionary<string, GateSpec>? gates = null)
    {
        var rows = Rows with { Champion = champion?.Scores };
        return [.. new MetricGates(champion, Undecided.Fail).JudgeAll(gates ?? Gates, rows.Compare(), 200).Select(verdict => verdict.Check)];
    }
}
