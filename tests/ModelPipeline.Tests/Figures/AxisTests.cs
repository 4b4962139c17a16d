using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.Figures;

namespace ModelPipeline.Tests.Figures;

public sealed class AxisTests
{
    private static readonly Arbitrary<double[]> AnyNumbers = ArbMap.Default.ArbFor<double[]>();

    [Theory]
    [InlineData(0, 1, "0|0.2|0.4|0.6|0.8|1.0")]
    [InlineData(-0.3, 0.25, "-0.3|-0.2|-0.1|0|0.1|0.2")]
    [InlineData(0, 6500, "0|1,000|2,000|3,000|4,000|5,000|6,000")]
    [InlineData(0, 2e-9, "0|5e-10|1e-9|1.5e-9|2e-9")]
    [InlineData(0, 3e12, "0|5e+11|1e+12|1.5e+12|2e+12|2.5e+12|3e+12")]
    [InlineData(0.97, 1.04, "0.97|0.98|0.99|1.00|1.01|1.02|1.03|1.04")]
    public void Ticks_are_round_and_told_apart(double low, double high, string ticks) =>
        string.Join('|', Axis.Of([low, high], 0, 100).Ticks().Select(tick => tick.Text)).ShouldBe(ticks);

    [Theory]
    [InlineData(new double[] { }, 0, 1)]
    [InlineData(new[] { 0.0, 0 }, 0, 1)]
    [InlineData(new[] { double.NaN, double.PositiveInfinity }, 0, 1)]
    [InlineData(new[] { 4.0, 4 }, 2, 6)]
    [InlineData(new[] { -4.0, -4.0000001 }, -6, -2)]
    [InlineData(new[] { 4e-320, 0 }, 0, 1)]
    public void Values_that_are_about_equal_have_room_around_them(double[] values, double low, double high)
    {
        var axis = Axis.Of(values, 0, 100);

        axis.Low.ShouldBe(low, 1e-6);
        axis.High.ShouldBe(high, 1e-6);
    }

    [Fact]
    public void Any_value_has_a_place_and_any_axis_a_few_ticks() => Check.QuickThrowOnFailure(Prop.ForAll(AnyNumbers, AnyNumbers, (values, others) =>
    {
        foreach (var axis in new[] { Axis.Of(values, 100, 20), Axis.Of(values, 100, 20).Padded(0.06), Axis.Around0(Math.Abs(values.FirstOrDefault(double.IsFinite)), 100, 20) })
        {
            values.Concat(others).Where(value => !double.IsNaN(value)).ShouldAllBe(value => axis.At(value) >= 20 - 1e-9 && axis.At(value) <= 100 + 1e-9);
            var ticks = axis.Ticks();
            ticks.Count.ShouldBeInRange(2, 12);
            ticks.Select(tick => tick.Text).Distinct().Count().ShouldBe(ticks.Count);
            var rounding = 1e-9 * (axis.High - axis.Low);
            ticks.ShouldAllBe(tick => tick.Value >= axis.Low - rounding && tick.Value <= axis.High + rounding);
        }
    }));
}
