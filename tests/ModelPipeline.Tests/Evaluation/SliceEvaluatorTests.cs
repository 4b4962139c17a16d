using ModelPipeline.Data;
using ModelPipeline.Evaluation;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation;

public sealed class SliceEvaluatorTests
{
    [Fact]
    public void Categories_numbers_and_missing_values_are_slices_in_order()
    {
        var rows = new Table(
        [
            new CategoricalColumn("contract", [1, 0, CategoricalColumn.Missing, 1], ["month", "year", "unused"]),
            new NumericColumn("female", [1, 0, double.NaN, 0.5]),
        ]);

        Evaluate(rows, "female", "contract").Select(slice => (slice.Slice, slice.Rows)).ShouldBe(
        [
            ("female=0", 1), ("female=0.5", 1), ("female=1", 1), ("female is missing", 1),
            ("contract=month", 1), ("contract=year", 2), ("contract is missing", 1),
        ]);
    }

    [Fact]
    public void Twenty_numbers_are_values_and_more_are_ranges_between_quartiles()
    {
        Evaluate(Numbers(Enumerable.Range(0, 20))).Count.ShouldBe(20);
        Evaluate(Numbers(Enumerable.Range(0, 21))).Select(slice => (slice.Slice, slice.Rows)).ShouldBe(
            [("tenure in [0, 5)", 5), ("tenure in [5, 10)", 5), ("tenure in [10, 15)", 5), ("tenure in [15, 20]", 6)]);
    }

    [Fact]
    public void Ranges_that_would_be_empty_are_joined()
    {
        var numbers = Enumerable.Repeat(0, 60).Concat(Enumerable.Range(1, 30));
        Evaluate(Numbers(numbers)).Select(slice => (slice.Slice, slice.Rows)).ShouldBe([("tenure in [0, 8)", 67), ("tenure in [8, 30]", 23)]);
    }

    [Fact]
    public void Every_row_is_in_exactly_one_slice_of_a_column()
    {
        var rows = Numbers(Enumerable.Range(0, 997).Select(row => row * 31 % 103));
        Evaluate(rows).Sum(slice => slice.Rows).ShouldBe(997);
    }

    [Fact]
    public void A_slice_has_the_metrics_of_its_own_rows_without_a_bootstrap()
    {
        var (labels, scores, task) = Samples.Random(ModelTask.BinaryClassification, 100, 4);
        int[] half = [.. Enumerable.Range(0, 50)];
        var rows = new Table([new NumericColumn("half", [.. Enumerable.Range(0, 100).Select(row => row < 50 ? 1.0 : 2.0)])]);

        var slices = SliceEvaluator.Evaluate(rows, [new(["half"])], labels, scores, task, TestContext.Current.CancellationToken);

        slices[0].Metrics.ShouldBe(MetricEstimator.EstimateWithoutBootstrap(labels.Select(half), scores.Select(half), task));
        double.IsNaN(slices[0].Metrics.Named("auc").Estimate.Low).ShouldBeFalse();
        double.IsNaN(slices[0].Metrics.Named("f1").Estimate.Low).ShouldBeTrue();
    }

    [Fact]
    public void Single_columns_and_combinations_are_evaluated_in_the_given_order()
    {
        var rows = new Table([new NumericColumn("female", [0, 1, 1, 1]), new CategoricalColumn("contract", [0, 0, 1, 1], ["month", "year"])]);
        var (labels, scores, task) = Samples.Random(ModelTask.Regression, 4, 1);

        var slices = SliceEvaluator.Evaluate(rows, [new(["female", "contract"]), new(["female"])], labels, scores, task, TestContext.Current.CancellationToken);

        slices.Select(slice => (slice.Slice, slice.Rows)).ShouldBe(
            [("female=0, contract=month", 1), ("female=1, contract=month", 1), ("female=1, contract=year", 2), ("female=0", 1), ("female=1", 3)]);
        slices[2].Metrics.ShouldBe(MetricEstimator.EstimateWithoutBootstrap(labels.Select([2, 3]), scores.Select([2, 3]), task));
    }

    [Fact]
    public void A_slice_of_one_class_says_why_a_metric_is_undefined()
    {
        var slices = SliceEvaluator.Evaluate(
            Numbers([1, 1, 2]), [new(["tenure"])], Samples.Binary(0, 1, 1), Samples.Probabilities(0.1, 0.5, 0.6), ModelTask.BinaryClassification, CancellationToken.None);
        slices[1].Metrics.Named("auc").Undefined.ShouldBe("1 of 1 test rows are of the class 'yes': two classes are needed");
    }

    [Fact]
    public void Columns_that_cannot_be_sliced_are_all_named()
    {
        var rows = new Table([new TextColumn("note", ["a"]), new TimeColumn("seen", [null]), new NumericColumn("x", [1])]);
        Should.Throw<ArgumentException>(() => Evaluate(rows, "note", "x", "seen", "absent"))
            .Message.ShouldStartWith("Slices need numeric or categorical columns: 'note' holds text values; 'seen' holds time values; 'absent' is not a column.");
    }

    [Fact]
    public void Labels_of_other_rows_are_refused() =>
        Should.Throw<ArgumentException>(() => SliceEvaluator.Evaluate(
            Numbers([1]), [new(["tenure"])], Labels.OfNumbers([1, 2]), new(["prediction"], [1, 2]), ModelTask.Regression, CancellationToken.None))
            .Message.ShouldStartWith("There are 1 rows, 2 labels and scores of 2 rows.");

    private static Table Numbers(IEnumerable<int> values) => new([new NumericColumn("tenure", [.. values.Select(value => (double)value)])]);

    private static IReadOnlyList<SliceResult> Evaluate(Table rows, params string[] columns)
    {
        var (labels, scores, task) = Samples.Random(ModelTask.Regression, rows.Rows, 1);
        SliceSpec[] specs = [.. columns.DefaultIfEmpty("tenure").Select(column => new SliceSpec([column]))];
        return SliceEvaluator.Evaluate(rows, specs, labels, scores, task, TestContext.Current.CancellationToken);
    }
}
