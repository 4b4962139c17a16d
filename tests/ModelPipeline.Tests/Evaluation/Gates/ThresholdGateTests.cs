using ModelPipeline.Evaluation;
using ModelPipeline.Evaluation.Gates;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;

namespace ModelPipeline.Tests.Evaluation.Gates;

public sealed class ThresholdGateTests
{
    [Theory]
    [InlineData("auc", 0.8412, 0.8, Status.Passed, "auc 0.8412 [0.7412, 0.9412] is at least the threshold 0.8000")]
    [InlineData("auc", 0.8, 0.8, Status.Passed, "auc 0.8000 [0.7000, 0.9000] is at least the threshold 0.8000")]
    [InlineData("auc", 0.7812, 0.8, Status.Failed, "auc 0.7812 [0.6812, 0.8812] is below the threshold 0.8000 by 0.0188")]
    [InlineData("auc", 0.79999, 0.8, Status.Failed, "auc 0.8000 [0.7000, 0.9000] is below the threshold 0.8000 by 1e-5")]
    [InlineData("r2", -0.2, -0.1, Status.Failed, "r2 -0.2000 [-0.3000, -0.1000] is below the threshold -0.1000 by 0.1000")]
    [InlineData("r2", -0.1, -0.2, Status.Passed, "r2 -0.1000 [-0.2000, 0.0000] is at least the threshold -0.2000")]
    [InlineData("r2", 0, 0, Status.Passed, "r2 0.0000 [-0.1000, 0.1000] is at least the threshold 0.0000")]
    [InlineData("mcc", -0.0, 0, Status.Passed, "mcc 0.0000 [-0.1000, 0.1000] is at least the threshold 0.0000")]
    [InlineData("log_loss", 0.4, 0.5, Status.Passed, "log_loss 0.4000 [0.3000, 0.5000] is at most the threshold 0.5000")]
    [InlineData("log_loss", 0.5, 0.5, Status.Passed, "log_loss 0.5000 [0.4000, 0.6000] is at most the threshold 0.5000")]
    [InlineData("log_loss", 0.6, 0.5, Status.Failed, "log_loss 0.6000 [0.5000, 0.7000] is above the threshold 0.5000 by 0.1000")]
    [InlineData("rmse", 0, 0, Status.Passed, "rmse 0.0000 [-0.1000, 0.1000] is at most the threshold 0.0000")]
    [InlineData("rmse", 1e12, 100, Status.Failed, "rmse 1e+12 [1e+12, 1e+12] is above the threshold 100.0000 by 1e+12")]
    [InlineData("rmse", double.PositiveInfinity, 100, Status.Error, "rmse is undefined: its value is Infinity")]
    [InlineData("r2", double.NegativeInfinity, -1, Status.Error, "r2 is undefined: its value is -Infinity")]
    [InlineData("auc", double.PositiveInfinity, 0.8, Status.Error, "auc is undefined: its value is Infinity")]
    [InlineData("auc", double.NaN, 0.8, Status.Error, "auc is undefined: its value is NaN")]
    [InlineData("rmse", double.NaN, 0.8, Status.Error, "rmse is undefined: its value is NaN")]
    [InlineData("auc", 0.9, double.NaN, Status.Error, "auc cannot be judged: its threshold NaN is not a finite number")]
    [InlineData("auc", 0.9, double.NegativeInfinity, Status.Error, "auc cannot be judged: its threshold -Infinity is not a finite number")]
    [InlineData("rmse", 0.9, double.PositiveInfinity, Status.Error, "rmse cannot be judged: its threshold Infinity is not a finite number")]
    public void A_value_is_judged_by_whether_it_reaches_the_threshold(string metric, double value, double threshold, Status status, string reason)
    {
        var estimate = new MetricEstimate(MetricCatalog.Find(metric)!, new(value, value - 0.1, value + 0.1), null);

        var check = ThresholdGate.Judge(estimate, new GateSpec { Threshold = threshold });

        check.ShouldBe(new Check
        {
            Name = $"{metric}.threshold",
            Status = status,
            Observed = double.IsFinite(value) ? value : null,
            Limit = double.IsFinite(threshold) ? threshold : null,
            Reason = reason,
        });
    }

    [Fact]
    public void An_undefined_metric_is_an_error_with_its_reason()
    {
        var estimate = (Samples.Binary(1), Samples.Probabilities(0.9), ModelTask.BinaryClassification).Estimate().Named("auc");

        var check = ThresholdGate.Judge(estimate, new GateSpec { Threshold = 0 });

        check.Status.ShouldBe(Status.Error);
        check.Reason.ShouldBe("auc is undefined: 1 of 1 test rows are of the class 'yes': two classes are needed");
    }

    [Fact]
    public void A_value_with_a_reason_why_it_is_undefined_never_passes() =>
        ThresholdGate.Judge(new(MetricCatalog.Find("auc")!, new(0.9, 0.8, 1), "it was not computed"), new GateSpec { Threshold = 0.5 })
            .Status.ShouldBe(Status.Error);

    [Fact]
    public void A_value_without_an_interval_never_passes()
    {
        var estimate = new MetricEstimate(MetricCatalog.Find("auc")!, new Estimate(0.9, double.NaN, double.NaN), null);

        var check = ThresholdGate.Judge(estimate, new GateSpec { Threshold = 0.5 });

        (check.Status, check.Reason).ShouldBe((Status.Error, "auc 0.9000 (no interval) cannot be judged: there are too few test rows for an interval"));
        ThresholdGate.Judge(estimate, new GateSpec { Threshold = 0.95 }).Status.ShouldBe(Status.Failed);
    }

    [Fact]
    public void A_gate_without_a_threshold_is_refused() =>
        Should.Throw<ArgumentException>(() => ThresholdGate.Judge(new(MetricCatalog.Find("auc")!, new(1, 1, 1), null), new GateSpec()))
            .Message.ShouldStartWith("The gate of auc has no threshold.");
}
