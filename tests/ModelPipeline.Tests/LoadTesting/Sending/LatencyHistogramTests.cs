using FsCheck;
using FsCheck.Fluent;
using ModelPipeline.LoadTesting.Sending;

namespace ModelPipeline.Tests.LoadTesting.Sending;

public sealed class LatencyHistogramTests
{
    [Fact]
    public void Every_percentile_is_within_a_thousandth_above_the_exact_one()
    {
        var times = Gen.ArrayOf(Gen.OneOf(Gen.Choose(0, 5_000), Gen.Choose(0, 5_000_000), Gen.Choose(0, int.MaxValue))).Where(list => list.Length > 0);
        Prop.ForAll(times.ToArbitrary(), Gen.Choose(1, 1000).ToArbitrary(), (microseconds, thousandths) =>
        {
            var share = thousandths / 1000.0;
            var histogram = Of(microseconds);
            var exact = microseconds.Order().ElementAt(Math.Max((int)Math.Ceiling(share * microseconds.Length), 1) - 1) / 1000.0;
            return histogram.PercentileMs(share) >= exact && histogram.PercentileMs(share) <= exact * 1.001;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Times_below_two_milliseconds_are_exact() =>
        Enumerable.Range(0, 2048).ShouldAllBe(microseconds => Of(microseconds, 1_000_000).PercentileMs(0.5) == microseconds / 1000.0);

    [Fact]
    public void The_greatest_time_is_exact_and_the_last_percentile() 
    {
        var histogram = Of(1, 123_456_789);

        histogram.MaxMs.ShouldBe(123_456.789);
        histogram.PercentileMs(1).ShouldBe(123_456.789);
        histogram.Count.ShouldBe(2);
    }

    [Fact]
    public void What_is_beyond_its_range_counts_at_the_ends()
    {
        var histogram = new LatencyHistogram();
        histogram.Add(TimeSpan.FromSeconds(-1));
        histogram.Add(TimeSpan.MaxValue);

        histogram.PercentileMs(0.5).ShouldBe(0);
        histogram.MaxMs.ShouldBe(((1L << 36) - 1) / 1000.0);
    }

    [Fact]
    public void Without_times_there_is_no_percentile()
    {
        double.IsNaN(new LatencyHistogram().PercentileMs(0.99)).ShouldBeTrue();
        double.IsNaN(new LatencyHistogram().MaxMs).ShouldBeTrue();
    }

    private static LatencyHistogram Of(params int[] microseconds)
    {
        var histogram = new LatencyHistogram();
        foreach (var time in microseconds)
            histogram.Add(TimeSpan.FromMicroseconds(time));
        return histogram;
    }
}
