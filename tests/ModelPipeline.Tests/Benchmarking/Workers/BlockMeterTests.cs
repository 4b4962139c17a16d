using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Tests.Runs;

namespace ModelPipeline.Tests.Benchmarking.Workers;

public sealed class BlockMeterTests
{
    [Fact]
    public void Processor_time_stands_still_while_wall_time_goes_on()
    {
        Assert.SkipUnless(CpuClock.IsThere, "this system has no clock of processor time");
        var clock = new ManualClock();

        var times = new BlockMeter(clock, hasCpuClock: true).Measure(() => clock.Advance(TimeSpan.FromHours(1)));

        times.Wall.ShouldBe(3_600_000_000_000);
        times.Thread.ShouldBeInRange(1, times.Wall - 1);
        times.Process.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Wall_time_stands_for_processor_time_that_says_nothing()
    {
        var clock = new ManualClock();

        var times = new BlockMeter(clock, hasCpuClock: false).Measure(() => clock.Advance(TimeSpan.FromHours(1)));

        times.Wall.ShouldBe(3_600_000_000_000);
        (times.Thread, times.Process).ShouldBe((times.Wall, times.Wall));
    }

    [Fact]
    public void Bytes_are_counted_exactly()
    {
        var meter = new BlockMeter(TimeProvider.System, CpuClock.IsThere);
        byte[] kept = [];
        void Work() => kept = new byte[1000];
        meter.Measure(Work);

        meter.Measure(Work).Bytes.ShouldBe(1024);
        kept.Length.ShouldBe(1000);
    }

    [Fact]
    public void A_slow_down_makes_a_block_longer_by_its_share()
    {
        Assert.SkipUnless(CpuClock.IsThere, "this system has no clock of processor time");
        long begun = 0, ended = 0;

        var times = new BlockMeter(TimeProvider.System, hasCpuClock: true, slowDown: 3).Measure(() =>
        {
            begun = CpuClock.Thread;
            for (ended = begun; ended < begun + 1_000_000; ended = CpuClock.Thread)
                Thread.SpinWait(10);
        });

        times.Thread.ShouldBeGreaterThanOrEqualTo(4 * (ended - begun));
    }
}
