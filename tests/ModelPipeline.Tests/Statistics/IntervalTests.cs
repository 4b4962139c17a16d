using ModelPipeline.Statistics;
using ModelPipeline.Tests.Evaluation;

namespace ModelPipeline.Tests.Statistics;

public sealed class IntervalTests
{
    [Fact]
    public void The_normal_distribution_equals_that_of_scipy()
    {
        foreach (var item in Reference.Of("normal"))
            NormalDistribution.Cdf(item.Number("x")).ShouldBe(item.Number("cdf"), 1e-12 * item.Number("cdf"));
        foreach (var item in Reference.Of("quantile"))
            NormalDistribution.Quantile(item.Number("p")).ShouldAgreeWith(item.Number("x"), $"{item.Number("p")}");
    }

    [Fact]
    public void The_normal_quantile_of_no_probability_is_refused()
    {
        NormalDistribution.Quantile(1).ShouldBe(double.PositiveInfinity);
        Should.Throw<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(1.1));
        Should.Throw<ArgumentOutOfRangeException>(() => NormalDistribution.Quantile(double.NaN));
    }

    [Fact]
    public void The_wilson_interval_equals_that_of_scipy()
    {
        foreach (var item in Reference.Of("wilson"))
        {
            var (low, high) = WilsonInterval.Of((long)item.Number("successes"), (long)item.Number("trials"));
            low.ShouldAgreeWith(item.Number("low"), "low");
            high.ShouldAgreeWith(item.Number("high"), "high");
        }
    }

    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void The_wilson_interval_equals_the_published_one(int successes, int trials, double low, double high)
    {
        // R. G. Newcombe, Stat. Med. 17, 1998, table I, method 3.
        var interval = WilsonInterval.Of(successes, trials);
        interval.Low.ShouldBe(low, 5e-5);
        interval.High.ShouldBe(high, 5e-5);
    }

    [Fact]
    public void No_trials_have_no_interval() => WilsonInterval.Of(0, 0).IsDefined.ShouldBeFalse();

    [Fact]
    public void The_interval_of_a_mean_is_196_standard_errors_wide_to_each_side()
    {
        // scipy.stats.norm.interval(0.95, loc=2.5, scale=scipy.stats.sem([1, 2, 3, 4]))
        var interval = MeanInterval.Of([1, 2, 3, 4]);
        interval.Low.ShouldBe(1.23484868811834, 1e-12);
        interval.High.ShouldBe(3.76515131188166, 1e-12);
        MeanInterval.Of([1]).IsDefined.ShouldBeFalse();
        MeanInterval.Of([1e200, -1e200]).IsDefined.ShouldBeFalse();
    }

    [Fact]
    public void An_undefined_interval_stays_undefined()
    {
        Interval.Undefined.Within(0, 1).IsDefined.ShouldBeFalse();
        Interval.Undefined.Including(0.5).IsDefined.ShouldBeFalse();
    }

    [Fact]
    public void An_interval_can_be_clipped_and_widened()
    {
        new Interval(-1, 2).Within(0, 1).ShouldBe(new(0, 1));
        new Interval(0, 1).Including(3).ShouldBe(new(0, 3));
        new Interval(0, 1).Including(0.5).ShouldBe(new(0, 1));
    }
}
