using ModelPipeline.Evaluation;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Evaluation;

public sealed class MetricUndefinedTests
{
    public static TheoryData<ModelTask> Tasks => [.. Enum.GetValues<ModelTask>()];

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Every_metric_of_a_task_is_estimated_in_the_catalogs_order(ModelTask task) =>
        Samples.Random(task, 60, 1).Estimate().Select(estimate => estimate.Metric).ShouldBe(MetricCatalog.Of(task));

    [Theory]
    [MemberData(nameof(Tasks))]
    public void Without_rows_every_metric_is_undefined(ModelTask task)
    {
        var (labels, scores, _) = Samples.Random(task, 3, 1);
        AllShouldBeUndefined((labels.Select([]), scores.Select([]), task).Estimate(), "there are no test rows");
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void A_score_that_is_not_finite_makes_every_metric_undefined(double score)
    {
        foreach (var task in Enum.GetValues<ModelTask>())
        {
            var (labels, scores, _) = Samples.Random(task, 10, 1);
            double[] values = [.. scores.Values];
            values[^1] = score;
            values[0] = score;
            AllShouldBeUndefined((labels, new Scores(scores.Outputs, values), task).Estimate(), "2 of 10 test rows have a score that is NaN or infinite");
        }
    }

    [Fact]
    public void A_missing_label_makes_every_metric_undefined()
    {
        AllShouldBeUndefined(
            (Samples.Binary(0, -1, 1), Samples.Probabilities(0, 0.5, 1), ModelTask.BinaryClassification).Estimate(),
            "1 of 3 test rows have no label");
        AllShouldBeUndefined(
            (Labels.OfNumbers([1, double.NaN]), Samples.Probabilities(1, 1), ModelTask.Regression).Estimate(),
            "1 of 2 test rows have a label that is missing or infinite");
    }

    [Theory]
    [InlineData("auc")]
    [InlineData("pr_auc")]
    [InlineData("balanced_accuracy")]
    public void Metrics_that_compare_classes_are_undefined_for_one_class(string metric)
    {
        var estimate = (Samples.Binary(1, 1), Samples.Probabilities(0.5, 0.6), ModelTask.BinaryClassification).Estimate().Named(metric);
        estimate.Undefined.ShouldBe("2 of 2 test rows are of the class 'yes': two classes are needed");
        estimate.Estimate.ShouldBe(new(double.NaN, double.NaN, double.NaN));
    }

    [Theory]
    [InlineData("brier")]
    [InlineData("log_loss")]
    [InlineData("ece")]
    public void Metrics_of_probabilities_are_undefined_for_scores_outside_0_to_1(string metric)
    {
        var estimates = (Samples.Binary(1, 0, 0), Samples.Probabilities(1.5, -0.5, 0), ModelTask.BinaryClassification).Estimate();
        estimates.Named(metric).Undefined.ShouldBe("2 of 3 test rows have a probability outside 0 to 1");
        estimates.Named("auc").Estimate.Value.ShouldBe(1);
    }

    [Fact]
    public void Macro_auc_names_the_classes_that_no_row_has() =>
        Samples.Multiclass(4, [0, 2, 0], [.. Enumerable.Repeat(0.25, 12)]).Estimate().Named("macro_auc")
            .Undefined.ShouldBe("no test row is of the class 'c1', 'c3'");

    [Fact]
    public void Macro_auc_is_undefined_where_probabilities_do_not_sum_to_1() =>
        Samples.Multiclass(3, [0, 1, 2], [0.2, 0.2, 0.2, 0.4, 0.3, 0.3, 1, 0, 0]).Estimate().Named("macro_auc")
            .Undefined.ShouldBe("1 of 3 test rows have probabilities that do not sum to 1");

    [Fact]
    public void Two_best_of_two_classes_mean_nothing() =>
        Samples.Multiclass(2, [0, 1], [0.5, 0.5, 0.1, 0.9]).Estimate().Named("top_k").Undefined.ShouldBe("it needs three or more classes");

    [Fact]
    public void R2_is_undefined_for_equal_labels_and_for_one_row()
    {
        (Labels.OfNumbers([0.1, 0.1, 0.1]), Samples.Probabilities(0.1, 0.1, 0.2), ModelTask.Regression).Estimate().Named("r2")
            .Undefined.ShouldBe("the label is 0.1 in all 3 test rows");
        (Labels.OfNumbers([1]), Samples.Probabilities(1), ModelTask.Regression).Estimate().Named("r2")
            .Undefined.ShouldBe("it needs two or more test rows");
    }

    [Fact]
    public void A_value_that_overflows_is_undefined() =>
        (Labels.OfNumbers([1e300, -1e300]), Samples.Probabilities(-1e300, 1e300), ModelTask.Regression).Estimate().Named("rmse")
            .Undefined.ShouldBe("its value is not finite: labels or scores are too large or too small to compute with");

    [Fact]
    public void Scores_of_other_rows_or_outputs_are_refused()
    {
        Should.Throw<ArgumentException>(() => (Samples.Binary(0, 1), Samples.Probabilities(0.5), ModelTask.BinaryClassification).Estimate())
            .Message.ShouldStartWith("There are 1 scores; 2 rows of 1 need 2.");
        Should.Throw<ArgumentException>(() => (Samples.Binary(0, 1), new Scores(["a", "b"], [0, 1, 1, 0]), ModelTask.BinaryClassification).Estimate())
            .Message.ShouldStartWith("The scores have 2 outputs; this task has 1.");
        Should.Throw<ArgumentException>(() => (Samples.Binary(0, 1), Samples.Probabilities(0.5, 1), ModelTask.Regression).Estimate())
            .Message.ShouldStartWith("The labels have 2 classes, which does not fit the task Regression.");
        Should.Throw<ArgumentException>(() => (Samples.Binary(0, 2), Samples.Probabilities(0.5, 1), ModelTask.BinaryClassification).Estimate())
            .Message.ShouldStartWith("A label's code is not the index of a class.");
    }

    private static void AllShouldBeUndefined(IReadOnlyList<MetricEstimate> estimates, string reason)
    {
        estimates.ShouldNotBeEmpty();
        estimates.ShouldAllBe(estimate => estimate.Undefined == reason && double.IsNaN(estimate.Estimate.Value));
    }
}
