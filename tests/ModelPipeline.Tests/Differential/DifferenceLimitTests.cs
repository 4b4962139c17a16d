using ModelPipeline.Differential;
using ModelPipeline.Statistics;

namespace ModelPipeline.Tests.Differential;

public sealed class DifferenceLimitTests
{
    [Fact]
    public void The_specs_limit_counts_before_the_noise_floor()
    {
        DifferenceLimit.OfShare(0, 0.3, 1000).Value.ShouldBe(0);
        DifferenceLimit.OfShift(0.5, double.NaN, 1).Value.ShouldBe(0.5);
    }

    [Fact]
    public void Many_rows_allow_one_and_a_half_times_the_noise_floor() => DifferenceLimit.OfShare(null, 0.1, 10_000).Value.ShouldBe(0.15, 1e-12);

    [Fact]
    public void Few_rows_allow_what_chance_makes_of_the_noise_floor() =>
        DifferenceLimit.OfShare(null, 0.0145, 69).Value.ShouldBe(WilsonInterval.Of(2, 69).High);

    [Fact]
    public void A_noise_floor_of_zero_allows_what_so_many_rows_cannot_tell_from_it()
    {
        DifferenceLimit.OfShare(null, 0, 100).Value.ShouldBeInRange(0.03, 0.04);
        DifferenceLimit.OfShift(null, 0, 0).Value.ShouldBe(0.001);
    }

    [Theory]
    [InlineData(0.001, 0.016)]
    [InlineData(0.02, 0.03)]
    [InlineData(double.NaN, 0.016)]
    public void A_shift_may_be_what_chance_makes_of_the_noise_floor(double margin, double limit) => DifferenceLimit.OfShift(null, 0.01, margin).Value.ShouldBe(limit, 1e-12);

    [Fact]
    public void No_share_above_all_rows_is_allowed() => DifferenceLimit.OfShare(null, 0.9, 100_000).Value.ShouldBe(1);

    [Fact]
    public void Nothing_is_allowed_where_the_noise_floor_is_not_known()
    {
        DifferenceLimit.OfShare(null, double.NaN, 100).Value.ShouldBe(double.NaN);
        DifferenceLimit.OfShift(null, double.PositiveInfinity, 0).Value.ShouldBe(double.NaN);
    }
}
