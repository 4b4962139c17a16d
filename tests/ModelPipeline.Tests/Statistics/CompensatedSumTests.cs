using ModelPipeline.Statistics;

namespace ModelPipeline.Tests.Statistics;

public sealed class CompensatedSumTests
{
    [Fact]
    public void Small_terms_are_not_lost_beside_large_ones() => CompensatedSum.Of([1e16, 1, 1, -1e16]).ShouldBe(2);

    [Fact]
    public void Ten_million_tenths_make_a_million() =>
        CompensatedSum.Of(Enumerable.Repeat(0.1, 10_000_000).ToArray()).ShouldBe(1_000_000, 1e-9);

    [Fact]
    public void Nothing_sums_to_zero() => CompensatedSum.Of([]).ShouldBe(0);

    [Fact]
    public void A_NaN_stays_one() => CompensatedSum.Of([1, double.NaN, 2]).ShouldBe(double.NaN);
}
