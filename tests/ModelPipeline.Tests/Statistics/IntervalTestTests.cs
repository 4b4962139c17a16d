using ModelPipeline.Statistics;

namespace ModelPipeline.Tests.Statistics;

public sealed class IntervalTestTests
{
    [Theory]
    [InlineData(0, 0, 0, 1)]
    [InlineData(0, -1, 2, 1)]
    [InlineData(0.5, 0.5, 0.5, 0)]
    [InlineData(1.959963984540054, 0, 4, 0.05)]
    [InlineData(-1.959963984540054, -4, 0, 0.05)]
    [InlineData(1, -0.959963984540054, 9, 0.31731050786291415)]
    public void A_p_value_follows_from_the_side_of_the_interval_towards_zero(double value, double low, double high, double expected) =>
        IntervalTest.PValue(new(value, low, high)).ShouldBe(expected, 1e-12);

    [Theory]
    [InlineData(double.NaN, double.NaN, double.NaN)]
    [InlineData(0.1, double.NaN, double.NaN)]
    [InlineData(0, double.NaN, double.NaN)]
    public void Without_an_interval_there_is_no_p_value(double value, double low, double high) =>
        double.IsNaN(IntervalTest.PValue(new(value, low, high))).ShouldBeTrue();
}
