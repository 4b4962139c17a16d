using ModelPipeline.Evaluation;
using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Evaluation.Gates;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Evaluation.Gates;

public sealed class SliceGatesTests
{
    private static readonly Slice Large = new("plan=a", [.. Enumerable.Range(0, 120)]);
    private static readonly Slice Small = new("plan=b", [.. Enumerable.Range(120, 80)]);
    private static readonly Slice Empty = new("plan=c", []);

    private static ComparedRows Rows { get; } = Samples.Pair(ModelTask.BinaryClassification, 200, seed: 4, difference: 0);

    [Fact]
    public void Slices_of_enough_rows_are_judged_and_smaller_ones_are_not()
    {
        var checks = Judge([Large, Small], new() { Threshold = 0.5, MaxRegression = 0.01 }, minRows: 100);

        checks.Select(check => (check.Name, check.Status)).ShouldBe([("plan=a: auc.threshold", Status.Passed), ("plan=a: auc.max_regression", Status.Passed)]);
        checks[1].Reason.ShouldStartWith("plan=a: auc ");
    }

    [Fact]
    public void A_slice_where_the_candidate_is_worse_fails_though_all_rows_together_pass()
    {
        var scores = Rows.Champion!.Values.ToArray();
        foreach (var row in Small.Rows)
            scores[row] = 1 - scores[row];
        var rows = Rows with { Candidate = Samples.Probabilities(scores) };

        var checks = Judge([Large, Small], new() { MaxRegression = 0.05 }, minRows: 30, rows);

        checks.Select(check => (check.Name, check.Status)).ShouldBe([("plan=a: auc.max_regression", Status.Passed), ("plan=b: auc.max_regression", Status.Failed)]);
    }

    [Fact]
    public void Where_no_slice_is_large_enough_the_gate_is_an_error()
    {
        var check = Judge([Large, Small], new() { MaxRegression = 0.05 }, minRows: 1000).ShouldHaveSingleItem();

        (check.Name, check.Status, check.Reason).ShouldBe(
            ("slices: auc.max_regression", Status.Error, "no slice has the 1,000 test rows that its gate needs; the largest has 120"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void An_empty_slice_never_passes(int minRows) =>
        Judge([Empty], new() { Threshold = 0, MaxRegression = 1 }, minRows).Select(check => check.Status).ShouldBe([Status.Error, Status.Error]);

    [Fact]
    public void No_slice_at_all_is_an_error() => Judge([], new() { Threshold = 0 }, minRows: 1).ShouldHaveSingleItem().Status.ShouldBe(Status.Error);

    [Fact]
    public void A_slice_of_one_class_is_an_error_and_no_pass()
    {
        int[] positives = [.. Enumerable.Range(0, 200).Where(row => Rows.Labels.Codes[row] == 1)];

        var check = Judge([new("left", positives)], new() { MaxRegression = 1 }, minRows: 1).ShouldHaveSingleItem();

        (check.Status, check.Reason).ShouldBe(
            (Status.Error, $"left: auc cannot be compared: of the candidate it is undefined: {positives.Length} of {positives.Length} test rows are of the class 'yes': two classes are needed"));
    }

    [Fact]
    public void Without_slice_gates_slices_are_not_judged() =>
        new SliceGates(new EvaluateSpec { Gates = new Dictionary<string, GateSpec>() }, null, 7).JudgeAll([Large], 0, Rows, TestContext.Current.CancellationToken).ShouldBeEmpty();

    [Fact]
    public void Before_the_first_release_there_is_no_baseline_on_slices_either() =>
        Judge([Large], new() { MaxRegression = 0.01 }, minRows: 1, Rows with { Champion = null }).ShouldHaveSingleItem().Status.ShouldBe(Status.NoBaseline);

    [Fact]
    public void A_slice_that_was_left_out_though_it_is_large_enough_is_an_error()
    {
        Judge([Large], new() { Threshold = 0.5 }, minRows: 100, leftOut: 100).ShouldContain(check => check.Name == "slices: auc.threshold" && check.Status == Status.Error);
        Judge([Large], new() { Threshold = 0.5 }, minRows: 100, leftOut: 99).ShouldAllBe(check => check.Status == Status.Passed);
    }

    private static IReadOnlyList<Check> Judge(Slice[] slices, GateSpec gate, int minRows, ComparedRows? compared = null, int leftOut = 0)
    {
        var rows = compared ?? Rows;
        var spec = new EvaluateSpec
        {
            Gates = new Dictionary<string, GateSpec>(),
            SliceGates = new Dictionary<string, SliceGateSpec> { ["auc"] = new(gate) { MinRows = minRows } },
        };
        var champion = rows.Champion is null ? null : new BundleScores(null, rows.Champion, []);
        return [.. new SliceGates(spec, champion, seed: 7).JudgeAll(slices, leftOut, rows, TestContext.Current.CancellationToken).Select(verdict => verdict.Check)];
    }
}
