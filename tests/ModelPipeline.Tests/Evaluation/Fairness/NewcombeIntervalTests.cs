using ModelPipeline.Evaluation.Fairness;

namespace ModelPipeline.Tests.Evaluation.Fairness;

public sealed class NewcombeIntervalTests
{
    // R. G. Newcombe, Stat. Med. 17, 1998, table II, method 10.
    [Theory]
    [InlineData(56, 70, 48, 80, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.1705, 0.8090)]
    [InlineData(6, 7, 2, 7, 0.0582, 0.8062)]
    [InlineData(5, 56, 0, 29, -0.0381, 0.1926)]
    [InlineData(0, 10, 0, 20, -0.1611, 0.2775)]
    [InlineData(0, 10, 0, 10, -0.2775, 0.2775)]
    [InlineData(10, 10, 0, 20, 0.6791, 1.0000)]
    [InlineData(10, 10, 0, 10, 0.6075, 1.0000)]
    public void The_interval_equals_the_published_one(int count, int of, int otherCount, int otherOf, double low, double high)
    {
        var interval = NewcombeInterval.Of(new(count, of), new(otherCount, otherOf));
        interval.Low.ShouldBe(low, 5e-5);
        interval.High.ShouldBe(high, 5e-5);
    }

    [Fact]
    public void No_rows_have_no_interval() => NewcombeInterval.Of(new(0, 0), new(1, 2)).IsDefined.ShouldBeFalse();
}
