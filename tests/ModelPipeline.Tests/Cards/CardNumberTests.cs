using ModelPipeline.Cards;
using ModelPipeline.Evidence;

namespace ModelPipeline.Tests.Cards;

public sealed class CardNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(-0.0, "0")]
    [InlineData(1, "1")]
    [InlineData(-1, "-1")]
    [InlineData(0.5, "0.5000")]
    [InlineData(-3.2, "-3.2000")]
    [InlineData(0.84127, "0.8413")]
    [InlineData(0.00005, "0.0001")]
    [InlineData(0.00004999, "4.999e-5")]
    [InlineData(1e-7, "1e-7")]
    [InlineData(-1.23456e-7, "-1.2346e-7")]
    [InlineData(5e-324, "4.9407e-324")]
    [InlineData(99.5, "99.5000")]
    [InlineData(100.25, "100.3")]
    [InlineData(1131, "1,131")]
    [InlineData(12345.678, "12,346")]
    [InlineData(-12345.678, "-12,346")]
    [InlineData(7043000, "7,043,000")]
    [InlineData(1e14, "100,000,000,000,000")]
    [InlineData(1e15, "1e+15")]
    [InlineData(1e20, "1e+20")]
    [InlineData(-1.5e300, "-1.5e+300")]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void A_number_is_written_for_people(double value, string expected) => CardNumber.Of(value).ShouldBe(expected);

    [Fact]
    public void No_number_but_zero_looks_like_zero()
    {
        for (var value = 1.0; value > double.Epsilon; value /= 3)
        {
            CardNumber.Of(value).ShouldContain(digit => digit >= '1' && digit <= '9');
            CardNumber.Of(-value).ShouldBe("-" + CardNumber.Of(value));
        }
    }

    [Fact]
    public void A_measure_stands_with_its_interval()
    {
        CardNumber.Of(new Measure(0.8412, 0.8191, 1)).ShouldBe("0.8412 [0.8191, 1]");
        CardNumber.IntervalOf(new Measure(0.8412, 0, 1e-9)).ShouldBe("[0, 1e-9]");
    }

    [Fact]
    public void A_measure_without_both_bounds_stands_alone()
    {
        CardNumber.Of(new Measure(0.5)).ShouldBe("0.5000");
        CardNumber.Of(new Measure(0.5, 0.1)).ShouldBe("0.5000");
        CardNumber.IntervalOf(new Measure(0.5, null, 1)).ShouldBe("");
    }

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(0.843827016972797, "0.843827016972797")]
    [InlineData(1, "1")]
    [InlineData(1e-5, "1.0E-05")]
    [InlineData(1.5e-5, "1.5E-05")]
    [InlineData(1e20, "1.0E+20")]
    public void An_exact_number_has_every_digit_and_a_point_before_its_exponent(double value, string expected) =>
        CardNumber.ExactOf(value).ShouldBe(expected);
}
