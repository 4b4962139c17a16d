using ModelPipeline.Statistics;

namespace ModelPipeline.Tests.Statistics;

public sealed class DistributionComparisonTests
{
    private static readonly double[] Even = [.. Enumerable.Range(0, 1000).Select(i => i / 1000.0)];

    [Fact]
    public void Equal_samples_have_no_distance()
    {
        PopulationStability.Of(Even, [.. Even.Reverse()]).ShouldBe(0, 1e-12);
        KolmogorovSmirnov.Of(Even, [.. Even.Reverse()]).ShouldBe(0);
    }

    [Fact]
    public void The_stability_index_is_the_sum_over_ten_bins_with_half_a_row_added()
    {
        double[] low = [.. Enumerable.Repeat(0.05, 500), .. Enumerable.Repeat(0.95, 500)];
        double p = 100.5 / 1005, q = 500.5 / 1005, empty = 0.5 / 1005;

        PopulationStability.Of(Even, low).ShouldBe(2 * (p - q) * Math.Log(p / q) + 8 * (p - empty) * Math.Log(p / empty), 1e-9);
    }

    [Fact]
    public void The_stability_index_of_a_constant_has_the_bins_that_there_are() =>
        PopulationStability.Of([1, 1, 1], [2, 2, 2]).ShouldBe(2 * (3.5 / 4 - 0.5 / 4) * Math.Log(7), 1e-12);

    // Two samples whose distribution functions are 3/5 and 0 below 4.
    [Fact]
    public void Kolmogorov_and_Smirnov_take_the_greatest_distance() => KolmogorovSmirnov.Of([1, 2, 3, 4, 5], [4, 4, 6]).ShouldBe(0.6, 1e-12);

    [Fact]
    public void Samples_apart_have_the_greatest_distance() => KolmogorovSmirnov.Of([1, 2], [3]).ShouldBe(1);

    [Fact]
    public void An_empty_sample_has_no_distance()
    {
        PopulationStability.Of([], [1]).ShouldBe(double.NaN);
        KolmogorovSmirnov.Of([1], []).ShouldBe(double.NaN);
    }

    [Fact]
    public void Stability_over_categories_is_summed_by_hand()
    {
        // Half a row more in each: 75.5 and 25.5 of 101 against 50.5 and 50.5 of 101.
        PopulationStability.OfCounts([75, 25], [50, 50]).ShouldBe(25 / 101.0 * (Math.Log(75.5 / 50.5) + Math.Log(50.5 / 25.5)), 1e-12);
        PopulationStability.OfCounts([75, 25], [50, 50]).ShouldBe(0.2686767831907422, 1e-12);
    }

    [Fact]
    public void Stability_over_categories_is_zero_of_equal_counts_and_finite_where_one_is_gone()
    {
        PopulationStability.OfCounts([1, 2], [1, 2]).ShouldBe(0);
        PopulationStability.OfCounts([70, 30, 0], [50, 30, 20]).ShouldBe(PopulationStability.OfCounts([50, 30, 20], [70, 30, 0]), 1e-12);
        PopulationStability.OfCounts([50, 30, 20], [70, 30, 0]).ShouldBe(0.7974800867470379, 1e-12);
    }

    [Fact]
    public void Stability_over_the_categories_of_no_rows_is_undefined()
    {
        PopulationStability.OfCounts([0, 0], [1, 2]).ShouldBe(double.NaN);
        PopulationStability.OfCounts([1, 2], [0, 0]).ShouldBe(double.NaN);
        PopulationStability.OfCounts([], []).ShouldBe(double.NaN);
    }

    // scipy.stats.spearmanr([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]).statistic
    [Fact]
    public void Rank_correlation_gives_ties_their_mean_rank() => RankCorrelation.Of([1, 2, 3, 4, 5], [5, 6, 7, 8, 7]).Value.ShouldBe(0.8207826816681233, 1e-12);

    [Fact]
    public void Rank_correlation_of_a_constant_is_undefined() => RankCorrelation.Of([1, 2, 3, 4, 5], [1, 1, 1, 1, 1]).Value.ShouldBe(double.NaN);

    [Fact]
    public void Rank_correlation_knows_order_alone()
    {
        RankCorrelation.Of(Even, [.. Even.Select(x => Math.Exp(9 * x))]).Value.ShouldBe(1, 1e-12);
        RankCorrelation.Of(Even, [.. Even.Select(x => -x)]).Value.ShouldBe(-1, 1e-12);
    }

    [Fact]
    public void A_quantile_lies_between_order_statistics()
    {
        var median = QuantileInterval.Of(Even, 0.5);

        median.Value.ShouldBe(0.4995, 1e-12);
        median.Low.ShouldBe(0.469, 1e-12);
        median.High.ShouldBe(0.530, 1e-12);
    }

    [Fact]
    public void A_bound_beyond_the_greatest_value_is_undefined()
    {
        var tail = QuantileInterval.Of([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.99);

        tail.Low.ShouldBe(10);
        tail.High.ShouldBe(double.NaN);
        QuantileInterval.Of([], 0.5).Value.ShouldBe(double.NaN);
    }
}
