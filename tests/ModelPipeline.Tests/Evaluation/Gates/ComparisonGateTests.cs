using ModelPipeline.Evaluation;
using ModelPipeline.Evaluation.Comparisons;
using ModelPipeline.Evaluation.Gates;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;
using ModelPipeline.Statistics;

namespace ModelPipeline.Tests.Evaluation.Gates;

public sealed class ComparisonGateTests
{
    private const double NaN = double.NaN;
    private const double Infinity = double.PositiveInfinity;

    [Theory]
    // Greater is better.
    [InlineData("auc", 0.85, 0.84, 0.005, 0.015, 0.01, Status.Passed)]
    [InlineData("auc", 0.84, 0.85, -0.015, -0.005, 0.02, Status.Passed)]
    [InlineData("auc", 0.84, 0.85, -0.015, -0.005, 0.015, Status.Passed)]
    [InlineData("auc", 0.84, 0.85, -0.015, -0.005, 0.01, Status.Error)]
    [InlineData("auc", 0.84, 0.85, -0.015, -0.005, 0.005, Status.Error)]
    [InlineData("auc", 0.84, 0.85, -0.015, -0.005, 0.004, Status.Failed)]
    [InlineData("auc", 0.84, 0.85, -0.015, -0.005, 0, Status.Failed)]
    // Less is better.
    [InlineData("log_loss", 0.40, 0.45, -0.06, -0.04, 0, Status.Passed)]
    [InlineData("log_loss", 0.45, 0.40, 0.04, 0.06, 0.06, Status.Passed)]
    [InlineData("log_loss", 0.45, 0.40, 0.04, 0.06, 0.05, Status.Error)]
    [InlineData("log_loss", 0.45, 0.40, 0.04, 0.06, 0.03, Status.Failed)]
    // Negative and zero values of either.
    [InlineData("r2", -0.5, -0.1, -0.45, -0.35, 0.1, Status.Failed)]
    [InlineData("r2", -0.1, -0.5, 0.35, 0.45, 0.1, Status.Passed)]
    [InlineData("r2", 0, -0.1, 0.05, 0.15, 0, Status.Passed)]
    [InlineData("r2", -0.1, 0, -0.15, -0.05, 0.01, Status.Failed)]
    [InlineData("mcc", -0.2, 0.2, -0.5, -0.3, 0.1, Status.Failed)]
    [InlineData("rmse", 0, 0, 0, 0, 0, Status.Passed)]
    [InlineData("rmse", 0.5, 0, 0.4, 0.6, 0.1, Status.Failed)]
    // Identical predictions: no width, no doubt.
    [InlineData("auc", 0.84, 0.84, 0, 0, 0, Status.Passed)]
    [InlineData("auc", 0.84, 0.84, -0.001, 0.001, 0, Status.Error)]
    // What is no number decides nothing.
    [InlineData("auc", NaN, 0.84, NaN, NaN, 0.01, Status.Error)]
    [InlineData("auc", 0.84, NaN, NaN, NaN, 0.01, Status.Error)]
    [InlineData("auc", NaN, NaN, NaN, NaN, 0.01, Status.Error)]
    [InlineData("auc", 0.84, 0.84, NaN, NaN, 0.01, Status.Error)]
    [InlineData("auc", 0.84, 0.84, NaN, 0.1, 0.01, Status.Error)]
    [InlineData("auc", 0.84, 0.84, 0, NaN, 0.01, Status.Error)]
    [InlineData("rmse", Infinity, 1, 1, Infinity, 0.1, Status.Error)]
    [InlineData("rmse", 1, Infinity, -Infinity, -1, 0.1, Status.Error)]
    [InlineData("rmse", 1, 2, -Infinity, -0.5, 0.1, Status.Error)]
    [InlineData("r2", 0.5, -Infinity, 0.1, Infinity, 0.1, Status.Error)]
    [InlineData("auc", 0.84, 0.84, 0, 0, NaN, Status.Error)]
    [InlineData("auc", 0.84, 0.84, 0, 0, Infinity, Status.Error)]
    public void A_regression_is_judged_by_the_interval(string metric, double candidate, double champion, double low, double high, double margin, Status status) =>
        Judge(metric, candidate, champion, low, high, Margin.MaxRegression(metric, margin)).Check.Status.ShouldBe(status);

    [Theory]
    [InlineData("auc", 0.86, 0.84, 0.015, 0.025, 0.01, Status.Passed)]
    [InlineData("auc", 0.86, 0.84, 0.015, 0.025, 0.015, Status.Passed)]
    [InlineData("auc", 0.86, 0.84, 0.015, 0.025, 0.02, Status.Error)]
    [InlineData("auc", 0.86, 0.84, 0.015, 0.025, 0.03, Status.Failed)]
    [InlineData("auc", 0.84, 0.84, 0, 0, 0, Status.Passed)]
    [InlineData("auc", 0.84, 0.84, 0, 0, 0.001, Status.Failed)]
    [InlineData("log_loss", 0.40, 0.45, -0.06, -0.04, 0.03, Status.Passed)]
    [InlineData("log_loss", 0.40, 0.45, -0.06, -0.04, 0.05, Status.Error)]
    [InlineData("log_loss", 0.40, 0.45, -0.06, -0.04, 0.07, Status.Failed)]
    [InlineData("r2", -0.1, -0.5, 0.35, 0.45, 0.3, Status.Passed)]
    [InlineData("auc", NaN, 0.84, NaN, NaN, 0, Status.Error)]
    [InlineData("auc", 0.84, NaN, NaN, NaN, 0, Status.Error)]
    public void An_improvement_is_judged_by_the_interval(string metric, double candidate, double champion, double low, double high, double margin, Status status) =>
        Judge(metric, candidate, champion, low, high, Margin.MinImprovement(metric, margin)).Check.Status.ShouldBe(status);

    [Fact]
    public void A_regression_says_what_was_seen_and_allowed()
    {
        var verdict = Judge("auc", 0.80, 0.85, -0.06, -0.04, Margin.MaxRegression("auc", 0.01));

        verdict.ShouldBe(new GateVerdict(new Check
        {
            Name = "auc.max_regression",
            Status = Status.Failed,
            Observed = 0.80 - 0.85,
            Limit = -0.01,
            Reason = "auc 0.8000 less the champion's 0.8500 is -0.0500 [-0.0600, -0.0400], wholly beyond the allowed regression 0.0100",
        }));
    }

    [Fact]
    public void Where_less_is_better_the_limit_is_the_greatest_difference()
    {
        var check = Judge("log_loss", 0.45, 0.40, 0.04, 0.06, Margin.MaxRegression("log_loss", 0.1)).Check;

        (check.Limit, check.Reason).ShouldBe(
            (0.1, "log_loss 0.4500 less the champion's 0.4000 is 0.0500 [0.0400, 0.0600] (less is better), wholly within the allowed regression 0.1000"));
        Judge("log_loss", 0.40, 0.45, -0.06, -0.04, Margin.MinImprovement("log_loss", 0.03)).Check.Limit.ShouldBe(-0.03);
        Judge("auc", 0.84, 0.84, 0, 0, Margin.MaxRegression("auc", 0)).Check.Limit!.Value.ShouldSatisfyAllConditions(limit => double.IsNegative(limit).ShouldBeFalse());
    }

    [Theory]
    // The half-width towards the margin is 2.01, 4.05 and 11 times the distance: 4.04, 16.4 and 121 times the rows.
    [InlineData(0.84, 0.84, -0.0201, 0.02, 0.01, "about 4,100 test rows would decide")]
    [InlineData(0.82, 0.84, -0.06, 0.0205, 0.01, "about 17,000 test rows would decide")]
    [InlineData(0.84, 0.84, -0.11, 0.01, 0.01, "about 130,000 test rows would decide")]
    [InlineData(0.5, 0.75, -0.5, 0.0, 0.25, "no number of rows will decide, because the difference lies on the margin itself")]
    [InlineData(0.84, 0.84, -0.5, 0.5, 0.0001, "more than a billion test rows would be needed to decide, because the difference lies almost on the margin itself")]
    public void What_the_rows_cannot_decide_is_an_error_that_says_how_many_could(
        double candidate, double champion, double low, double high, double margin, string sentence)
    {
        var verdict = Judge("auc", candidate, champion, low, high, Margin.MaxRegression("auc", margin), rows: margin == 0.0001 ? 100_000 : 1000);

        (verdict.Check.Status, verdict.IsUndecided).ShouldBe((Status.Error, true));
        verdict.Check.Reason.ShouldEndWith($": undecided: {sentence}");
        verdict.Check.Hint.ShouldBe(RowsToDecide.Method);
    }

    [Fact]
    public void What_the_rows_cannot_decide_passes_where_the_spec_says_so()
    {
        var verdict = Judge("auc", 0.84, 0.84, -0.0201, 0.02, Margin.MaxRegression("auc", 0.01), undecided: Undecided.Pass);

        (verdict.Check.Status, verdict.IsUndecided).ShouldBe((Status.Passed, false));
        verdict.Check.Reason.ShouldEndWith("undecided: about 4,100 test rows would decide; evaluate.undecided lets it pass");
    }

    [Fact]
    public void Undecided_pass_lets_nothing_else_pass()
    {
        Judge("auc", 0.80, 0.85, -0.06, -0.04, Margin.MaxRegression("auc", 0.01), undecided: Undecided.Pass).Check.Status.ShouldBe(Status.Failed);
        Judge("auc", NaN, 0.85, NaN, NaN, Margin.MaxRegression("auc", 0.01), undecided: Undecided.Pass).Check.Status.ShouldBe(Status.Error);
    }

    [Theory]
    [InlineData("is one class", null, "auc cannot be compared: of the candidate it is undefined: is one class")]
    [InlineData(null, "is one class", "auc cannot be compared: of the champion it is undefined: is one class")]
    public void A_metric_that_is_undefined_on_one_side_is_an_error_with_its_reason(string? candidate, string? champion, string reason)
    {
        var comparison = new MetricComparison(Estimate("auc", 0.9) with { Undefined = candidate }, Estimate("auc", 0.9) with { Undefined = champion }, new(0, 0, 0));

        var check = ComparisonGate.Judge(comparison, Margin.MaxRegression("auc", 0.1), Undecided.Pass, 100).Check;

        (check.Status, check.Reason).ShouldBe((Status.Error, reason));
    }

    [Fact]
    public void A_metric_that_was_not_measured_of_the_champion_is_an_error()
    {
        var check = ComparisonGate.Judge(new(Estimate("auc", 0.9), null, new(0.1, 0.1, 0.1)), Margin.MaxRegression("auc", 0.1), Undecided.Pass, 100).Check;

        (check.Status, check.Reason).ShouldBe((Status.Error, "auc cannot be compared: of the champion it was not measured"));
    }

    private static GateVerdict Judge(
        string metric, double candidate, double champion, double low, double high, Margin margin, int rows = 1000, Undecided undecided = Undecided.Fail) =>
        ComparisonGate.Judge(new(Estimate(metric, candidate), Estimate(metric, champion), new Estimate(candidate - champion, low, high)), margin, undecided, rows);

    private static MetricEstimate Estimate(string metric, double value) => new(MetricCatalog.Find(metric)!, new(value, value - 0.1, value + 0.1), null);
}
