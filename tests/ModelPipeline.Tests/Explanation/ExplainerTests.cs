using ModelPipeline.Data;
using ModelPipeline.Explanation;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Evaluation;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Explanation;

public sealed class ExplainerTests
{
    [Theory]
    [InlineData(ModelTask.BinaryClassification, true, true, false)]
    [InlineData(ModelTask.MulticlassClassification, true, false, false)]
    [InlineData(ModelTask.Regression, false, false, true)]
    public void A_task_has_the_parts_that_make_sense_for_it(ModelTask task, bool classes, bool thresholds, bool residuals)
    {
        var explanation = OfSample(task, 50);

        explanation.Task.ShouldBe(task);
        (explanation.Calibration is not null).ShouldBe(classes);
        (explanation.Confusion is not null).ShouldBe(classes);
        (explanation.Thresholds is not null).ShouldBe(thresholds);
        (explanation.Residuals is not null).ShouldBe(residuals);
    }

    [Fact]
    public void Rows_without_a_label_or_a_possible_probability_are_left_out_and_counted()
    {
        double[] probabilities = [0.1, 0.9, 0.4, double.NaN, 1.1, -0.1];
        var scorer = LambdaScorer.OfOne(numbers => numbers[0]);

        var explanation = Given.Explain(scorer, Column(probabilities), Samples.Binary(0, 1, -1, 1, 1, 0), ModelTask.BinaryClassification);

        explanation.Rows.ShouldBe(2);
        explanation.RowsLeftOut.ShouldBe(4);
        explanation.Confusion!.Counts.ShouldBe([[1, 0], [0, 1]]);
        explanation.Calibration!.Sum(bin => bin.Rows).ShouldBe(2);
        explanation.Importance.Rows.ShouldBe(2);
    }

    [Fact]
    public void Rows_without_a_finite_residual_are_left_out_and_counted()
    {
        double[] predictions = [1, double.NaN, double.PositiveInfinity, 3, -1.7e308];
        var scorer = LambdaScorer.OfOne(numbers => numbers[0]);

        var explanation = Given.Explain(scorer, Column(predictions), Labels.OfNumbers([2, 2, 2, double.NaN, 1.7e308]), ModelTask.Regression);

        explanation.Rows.ShouldBe(1);
        explanation.RowsLeftOut.ShouldBe(4);
        explanation.Residuals!.Quantiles.ShouldAllBe(quantile => quantile.Value == 1);
    }

    [Theory]
    [InlineData(ModelTask.BinaryClassification)]
    [InlineData(ModelTask.MulticlassClassification)]
    [InlineData(ModelTask.Regression)]
    public void Without_rows_nothing_is_said(ModelTask task)
    {
        var explanation = OfSample(task, 0);

        explanation.Rows.ShouldBe(0);
        explanation.Importance.Baseline.ShouldBeNull();
        explanation.Importance.Features.ShouldAllBe(feature => feature.Mean == null);
        (explanation.Calibration ?? []).ShouldBeEmpty();
        (explanation.Thresholds ?? []).ShouldAllBe(row => row.Precision == null && row.Recall == null && row.F1 == null && row.PredictedPositive == null);
    }

    [Fact]
    public void Features_of_other_rows_are_refused() => Should.Throw<ArgumentException>(() => Explainer.Explain(
        Given.Binary, Column([1, 2, 3]), Samples.Binary(0, 1), Samples.Probabilities(0.1, 0.9), ModelTask.BinaryClassification, 7, new Progress<string>(), TestContext.Current.CancellationToken))
        .Message.ShouldStartWith("There are 3 rows of features and 2 labels.");

    private static ModelExplanation OfSample(ModelTask task, int rows)
    {
        var (labels, scores, _) = Samples.Random(task, rows, 4);
        var scorer = new LambdaScorer(scores.Outputs, numbers => scores.Row((int)numbers[0]).ToArray());
        return Given.Explain(scorer, Column([.. Enumerable.Range(0, rows).Select(row => (double)row)]), labels, task);
    }

    private static Table Column(double[] values) => new([new NumericColumn("x", values)]);
}
