using ModelPipeline.Explanation;

namespace ModelPipeline.Tests.Explanation;

public sealed class ResidualStatisticsTests
{
    [Fact]
    public void A_residual_is_what_the_prediction_lacks()
    {
        var residuals = ResidualStatistics.Of(Given.RegressionRows([5, 9], 2, 10));

        residuals.Bins.ShouldBe([new(1, 2, 3, 3, 3), new(1, 10, -1, -1, -1)]);
        residuals.Quantiles.Select(quantile => quantile.Probability).ShouldBe([0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]);
        residuals.Quantiles[3].Value.ShouldBe(1);
    }

    [Fact]
    public void A_bin_has_the_quartiles_of_rows_with_about_equal_predictions()
    {
        double[] predictions = [.. Enumerable.Range(0, 50).Select(row => (double)(row / 5))];
        double[] labels = [.. predictions.Select((prediction, row) => prediction + row % 5)];

        var bins = ResidualStatistics.Of(Given.RegressionRows(labels, predictions)).Bins;

        bins.Count.ShouldBe(10);
        bins.Select(bin => bin.Predicted).ShouldBe(Enumerable.Range(0, 10).Select(bin => (double)bin), 1e-12);
        bins.ShouldAllBe(bin => bin.Rows == 5 && bin.LowerQuartile == 1 && bin.Median == 2 && bin.UpperQuartile == 3);
    }

    [Fact]
    public void Predictions_too_great_to_add_up_still_have_a_mean() =>
        ResidualStatistics.Of(Given.RegressionRows([1.7e308, 1.7e308], 1.7e308, 1.7e308)).Bins.ShouldHaveSingleItem().Predicted.ShouldBe(1.7e308);

    [Fact]
    public void Without_rows_there_are_neither_bins_nor_quantiles()
    {
        var residuals = ResidualStatistics.Of(Given.RegressionRows([]));

        residuals.Bins.ShouldBeEmpty();
        residuals.Quantiles.ShouldBeEmpty();
    }
}
