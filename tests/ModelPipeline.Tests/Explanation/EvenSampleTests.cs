using ModelPipeline.Explanation;

namespace ModelPipeline.Tests.Explanation;

public sealed class EvenSampleTests
{
    [Theory]
    [InlineData(0, 3, "")]
    [InlineData(3, 3, "0 1 2")]
    [InlineData(7, 3, "0 2 4")]
    [InlineData(9, 3, "0 3 6")]
    public void Rows_are_taken_at_even_distances(int rows, int most, string taken) => string.Join(' ', EvenSample.Of(rows, most)).ShouldBe(taken);

    [Fact]
    public void As_many_rows_as_there_can_be_do_not_overflow() => EvenSample.Of(int.MaxValue, 5000)[^1].ShouldBe((int)(4999L * int.MaxValue / 5000));
}
