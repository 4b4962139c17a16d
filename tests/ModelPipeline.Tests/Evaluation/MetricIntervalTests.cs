using ModelPipeline.Evaluation;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation;

public sealed class MetricIntervalTests
{
    public static TheoryData<ModelTask> Tasks => [.. Enum.GetValues<ModelTask>()];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Every_metric_has_an_interval_around_its_value(ModelTask task)
    {
        foreach (var (metric, (value, low, high), _) in Samples.Random(task, 400, 3).Estimate())
        {
            low.ShouldBeLessThanOrEqualTo(value, metric.Name);
            high.ShouldBeGreaterThanOrEqualTo(value, metric.Name);
            (high - low).ShouldBeInRange(1e-3, 0.35, metric.Name);
            low.ShouldBeGreaterThanOrEqualTo(metric.Minimum, metric.Name);
            high.ShouldBeLessThanOrEqualTo(metric.Maximum, metric.Name);
        }
    }

    [Fact]
    public void Metrics_have_the_closed_form_that_the_documentation_says()
    {
        var (labels, scores, task) = Samples.Random(ModelTask.BinaryClassification, 400, 3);
        var estimates = MetricEstimator.EstimateWithoutBootstrap(labels, scores, task);
        bool[] positives = [.. labels.Codes.ToArray().Select(code => code == 1)];
        double[] brier = [.. scores.Values.ToArray().Select((score, row) => Math.Pow(score - labels.Codes[row], 2))];

        IntervalOf(estimates, "auc").ShouldBe(DeLong.Components(scores.Values, positives).Interval());
        IntervalOf(estimates, "accuracy").ShouldBe(WilsonInterval.Of((int)Math.Round(estimates.Named("accuracy").Estimate.Value * 400), 400));
        IntervalOf(estimates, "brier").Low.ShouldBe(MeanInterval.Of(brier).Low, 1e-12);
        IntervalOf(estimates, "log_loss").IsDefined.ShouldBeTrue();
        estimates.Where(estimate => double.IsNaN(estimate.Estimate.Low)).Select(estimate => estimate.Metric.Name)
            .ShouldBe(["pr_auc", "balanced_accuracy", "precision", "recall", "f1", "mcc", "ece"]);
    }

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Equal_seeds_give_equal_intervals_and_other_seeds_do_not(ModelTask task)
    {
        var sample = Samples.Random(task, 200, 5);
        sample.Estimate(seed: 11).ShouldBe(sample.Estimate(seed: 11));
        sample.Estimate(seed: 12).ShouldNotBe(sample.Estimate(seed: 11));
    }

    [Fact]
    public void The_bootstrap_of_the_root_mean_squared_error_agrees_with_the_delta_method()
    {
        var (labels, scores, task) = Samples.Random(ModelTask.Regression, 2000, 9);
        double[] squares = [.. labels.Numbers.ToArray().Select((label, row) => Math.Pow(label - scores.Values[row], 2))];
        var (value, low, high) = (labels, scores, task).Estimate().Named("rmse").Estimate;
        var mean = MeanInterval.Of(squares);

        (high - low).ShouldBe((mean.High - mean.Low) / (2 * value), 0.1 * (high - low));
    }

    [Fact]
    public void A_single_positive_row_has_an_area_but_no_interval()
    {
        var auc = (Samples.Binary(0, 1, 0), Samples.Probabilities(0.1, 0.5, 0.7), ModelTask.BinaryClassification).Estimate().Named("auc");
        auc.Estimate.ShouldBe(new(0.5, double.NaN, double.NaN));
        auc.Undefined.ShouldBeNull();
    }

    [Theory]
    [InlineData("pr_auc")]
    [InlineData("balanced_accuracy")]
    public void Replicates_of_one_class_are_dropped_and_counted(string metric)
    {
        int[] codes = [1, .. Enumerable.Repeat(0, 9)];
        var estimate = (Samples.Binary(codes), Samples.Probabilities([.. codes.Select(code => 0.2 + 0.4 * code)]), ModelTask.BinaryClassification).Estimate().Named(metric);

        estimate.Estimate.ShouldBe(new(1, 1, 1));
        estimate.DroppedReplicates.ShouldBeInRange(280, 420); // (1 - 1/10)^10 of 1000 is 349
    }

    [Fact]
    public void Replicates_of_equal_labels_are_dropped_and_counted()
    {
        // Labels whose mean is not always exact, so that their distances from it are tiny but not zero.
        double[] labels = [.. Enumerable.Range(0, 10).Select(row => row == 0 ? 1.7 : 1 / 49.0)];
        var estimate = (Labels.OfNumbers(labels), Samples.Probabilities([.. labels.Select(label => label + 0.1)]), ModelTask.Regression).Estimate().Named("r2");

        estimate.DroppedReplicates.ShouldBeInRange(280, 420);
        estimate.Estimate.Low.ShouldBeGreaterThan(-1);
    }

    [Fact]
    public void Where_most_replicates_are_undefined_there_is_no_interval()
    {
        var estimate = (Samples.Binary(0, 1), Samples.Probabilities(0.2, 0.7), ModelTask.BinaryClassification).Estimate(seed: 1).Named("pr_auc");

        estimate.DroppedReplicates.ShouldBeGreaterThan(500, "the seed is chosen so that more than half of the replicates draw one row twice");
        estimate.Estimate.ShouldBe(new(1, double.NaN, double.NaN));
    }

    [Fact]
    public void A_calibrated_model_may_have_no_calibration_error()
    {
        var estimate = Samples.Random(ModelTask.BinaryClassification, 1000, 2).Estimate().Named("ece").Estimate;
        estimate.Low.ShouldBeLessThan(0.01, "the estimate alone is biased upwards");
        estimate.Value.ShouldBeGreaterThan(0.01);
    }

    [Fact]
    public void Cancelling_ends_the_work()
    {
        var (labels, scores, task) = Samples.Random(ModelTask.BinaryClassification, 50, 1);
        Should.Throw<OperationCanceledException>(() => MetricEstimator.Estimate(labels, scores, task, 1, new(canceled: true)));
    }

    private static Interval IntervalOf(IReadOnlyList<MetricEstimate> estimates, string metric) =>
        new(estimates.Named(metric).Estimate.Low, estimates.Named(metric).Estimate.High);
}
