using ModelPipeline.Data;

namespace ModelPipeline.Tests.Data;

public sealed class ColumnStatisticsTests
{
    [Fact]
    public void Numbers_are_described_like_numpy_does()
    {
        var described = NumericStatistics.Of(new NumericColumn("x", [4, double.NaN, 1, 3, 2]));

        (described.Name, described.Count, described.Missing).ShouldBe(("x", 4, 1));
        (described.Mean, described.Minimum, described.Maximum).ShouldBe((2.5, 1, 4));
        described.StandardDeviation!.Value.ShouldBe(Math.Sqrt(5 / 3.0), 1e-15);
        described.Quantiles.Select(quantile => quantile.Probability).ShouldBe([0.01, 0.25, 0.5, 0.75, 0.99]);
        described.Quantiles.Select(quantile => quantile.Value).ShouldBe([1.03, 1.75, 2.5, 3.25, 3.97], 1e-12);
    }

    [Fact]
    public void Numbers_in_another_order_are_described_alike()
    {
        double[] values = [.. Enumerable.Range(1, 1000).Select(i => 1.0 / i)];
        var forward = NumericStatistics.Of(new NumericColumn("x", values));
        var backward = NumericStatistics.Of(new NumericColumn("x", [.. values.Reverse()]));

        (backward.Mean, backward.StandardDeviation).ShouldBe((forward.Mean, forward.StandardDeviation));
    }

    [Theory]
    [InlineData(1e200)]
    [InlineData(1e-200)]
    [InlineData(8e307)]
    public void Numbers_whose_squares_overflow_or_vanish_are_described_all_the_same(double unit)
    {
        var described = NumericStatistics.Of(new NumericColumn("x", [-2 * unit, 0, 2 * unit, 2 * unit]));

        (described.Mean!.Value / unit).ShouldBe(0.5, 1e-12);
        (described.StandardDeviation!.Value / unit).ShouldBe(Math.Sqrt(11 / 3.0), 1e-12);
        described.Quantiles.ShouldAllBe(quantile => double.IsFinite(quantile.Value));
    }

    [Fact]
    public void A_constant_has_no_spread_and_itself_as_its_mean()
    {
        var described = NumericStatistics.Of(new NumericColumn("x", [.. Enumerable.Repeat(0.1, 1000)]));

        (described.Mean, described.StandardDeviation).ShouldBe((0.1, 0));
    }

    [Fact]
    public void A_column_without_a_number_has_no_mean()
    {
        var described = NumericStatistics.Of(new NumericColumn("x", [double.NaN]));

        (described.Count, described.Missing, described.Mean, described.Minimum).ShouldBe((0, 1, null, null));
        described.Quantiles.ShouldBeEmpty();
    }

    [Fact]
    public void A_single_number_has_no_spread()
    {
        var described = NumericStatistics.Of(new NumericColumn("x", [7]));

        described.StandardDeviation.ShouldBe(0);
        described.Quantiles.ShouldAllBe(quantile => quantile.Value == 7);
    }

    [Fact]
    public void Categories_are_counted_the_most_frequent_first()
    {
        var described = CategoricalStatistics.Of(Given.Categories("c", ["b", "a", null, "c", "b"]));

        (described.Count, described.Missing, described.Distinct).ShouldBe((4, 1, 3));
        described.Categories.ShouldBe([new("b", 2), new("a", 1), new("c", 1)]);
    }

    [Fact]
    public void Of_many_categories_the_hundred_most_frequent_are_listed()
    {
        var described = CategoricalStatistics.Of(Given.Categories("c", [.. Enumerable.Range(0, 150).Select(i => $"v{i:000}"), "v149"]));

        described.Distinct.ShouldBe(150);
        described.Categories.Count.ShouldBe(100);
        described.Categories[0].ShouldBe(new("v149", 2));
        described.Categories[99].ShouldBe(new("v098", 1));
    }

    [Fact]
    public void Only_numeric_and_categorical_columns_are_described() =>
        ColumnStatistics.Of(new Table([new TextColumn("t", ["a"]), Given.Categories("c", ["a"]), new TimeColumn("d", [null]), new NumericColumn("x", [1])]))
            .Select(described => (described.Name, described.GetType())).ShouldBe([("c", typeof(CategoricalStatistics)), ("x", typeof(NumericStatistics))]);
}
