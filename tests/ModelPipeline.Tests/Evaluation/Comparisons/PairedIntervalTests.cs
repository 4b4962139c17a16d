using ModelPipeline.Evaluation;
using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation.Comparisons;

public sealed class PairedIntervalTests
{
    public static TheoryData<string> Cases => Reference.Names("paired");

    public static TheoryData<ModelTask> Tasks => [.. Enum.GetValues<ModelTask>()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Closed_forms_equal_those_of_all_pairs_and_of_the_rows_differences(string name)
    {
        var item = Reference.Named("paired", name);
        var (labels, scores, task) = Samples.Of(item);
        var comparisons = new ComparedRows(labels, scores, new Scores(scores.Outputs, item.Array<double>("others")), task).Compare();

        foreach (var expected in item.GetProperty("differences").EnumerateObject())
        {
            var actual = comparisons.Named(expected.Name).Difference;
            actual.Value.ShouldAgreeWith(expected.Value.Number("value"), expected.Name);
            actual.Low.ShouldAgreeWith(expected.Value.Number("low"), expected.Name);
            actual.High.ShouldAgreeWith(expected.Value.Number("high"), expected.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Every_metric_has_an_interval_around_the_difference_that_is_narrower_than_that_of_separate_rows(ModelTask task)
    {
        foreach (var (metric, comparison) in Samples.Pair(task, 400, seed: 3, difference: 0.02).Compare().Select(comparison => (comparison.Metric.Name, comparison)))
        {
            var (value, low, high) = comparison.Difference;
            value.ShouldBe(comparison.Candidate.Estimate.Value - comparison.Champion!.Estimate.Value, metric);
            value.ShouldBeInRange(low, high, metric);
            (high - low).ShouldBeLessThan(comparison.Candidate.Estimate.High - comparison.Candidate.Estimate.Low, metric);
        }
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void The_candidates_metrics_are_the_same_with_and_without_a_champion(ModelTask task)
    {
        var rows = Samples.Pair(task, 200, seed: 5, difference: 0.05);

        var estimates = MetricEstimator.Estimate(rows.Labels, rows.Candidate, task, 7, TestContext.Current.CancellationToken);

        rows.Compare().Select(comparison => comparison.Candidate).ShouldBe(estimates);
        (rows with { Champion = null }).Compare().Select(comparison => comparison.Candidate).ShouldBe(estimates);
    }

    [Fact]
    public void Without_a_champion_there_is_no_difference()
    {
        var comparison = (Samples.Pair(ModelTask.Regression, 50, seed: 1, difference: 0) with { Champion = null }).Compare().Named("rmse");

        (comparison.Champion, double.IsNaN(comparison.Difference.Value)).ShouldBe((null, true));
    }

    [Fact]
    public void The_bootstrap_of_a_difference_agrees_with_the_delta_method()
    {
        var rows = Samples.Pair(ModelTask.Regression, 2000, seed: 9, difference: 0.2);
        var comparison = rows.Compare().Named("rmse");
        var (candidate, champion) = (comparison.Candidate.Estimate.Value, comparison.Champion!.Estimate.Value);
        double[] influences =
        [
            .. Enumerable.Range(0, 2000).Select(row =>
                Math.Pow(rows.Labels.Numbers[row] - rows.Candidate.Values[row], 2) / (2 * candidate)
                - Math.Pow(rows.Labels.Numbers[row] - rows.Champion!.Values[row], 2) / (2 * champion)),
        ];
        var expected = MeanInterval.Of(influences);

        (comparison.Difference.High - comparison.Difference.Low).ShouldBe(expected.High - expected.Low, 0.1 * (expected.High - expected.Low));
    }

    [Fact]
    public void A_class_of_one_row_gives_a_difference_without_an_interval()
    {
        var rows = new ComparedRows(
            Samples.Binary(0, 1, 0), Samples.Probabilities(0.1, 0.5, 0.7), Samples.Probabilities(0.1, 0.9, 0.7), ModelTask.BinaryClassification);

        rows.Compare().Named("auc").Difference.ShouldBe(new Estimate(-0.5, double.NaN, double.NaN));
    }

    [Fact]
    public void Areas_of_different_rows_are_refused() =>
        Should.Throw<ArgumentException>(() => PairedDeLong.Of(DeLong.Components([0.1, 0.2], [true, false]), DeLong.Components([0.1, 0.2, 0.3], [true, false, false])))
            .Message.ShouldStartWith("The two areas are of different rows.");

    [Fact]
    public void Cancelling_ends_the_work() =>
        Should.Throw<OperationCanceledException>(() => MetricComparer.Compare(
            Samples.Pair(ModelTask.Regression, 50, seed: 1, difference: 0.1), MetricCatalog.Of(ModelTask.Regression), 1, new(canceled: true)));
}
