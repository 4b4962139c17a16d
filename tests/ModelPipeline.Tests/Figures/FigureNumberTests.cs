using ModelPipeline.Figures;

namespace ModelPipeline.Tests.Figures;

public sealed class FigureNumberTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.012345, "0.0123")]
    [InlineData(-0.5, "-0.500")]
    [InlineData(12.345, "12.3")]
    [InlineData(1234.5, "1,234")]
    [InlineData(0.00001234, "1.23e-5")]
    [InlineData(1.7e308, "1.7e+308")]
    [InlineData(double.NaN, "–")]
    [InlineData(double.PositiveInfinity, "–")]
    public void Three_digits_count(double value, string text) => FigureNumber.Of(value).ShouldBe(text);

    [Fact]
    public void Rows_are_counted_in_words_that_fit()
    {
        FigureNumber.Rows(1).ShouldBe("1 row");
        FigureNumber.Rows(12345).ShouldBe("12,345 rows");
    }
}
