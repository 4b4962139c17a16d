using ModelPipeline.LoadTesting;
using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.LoadTesting.Sending;

/// <summary>The proof of docs/load-test.md without a real clock.</summary>
public sealed class StallTests
{
    private static readonly TimeSpan Stall = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Work = TimeSpan.FromMilliseconds(0.5);
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Arrivals.Constant, 200, 2)]
    [InlineData(Arrivals.Constant, 500, 5)]
    [InlineData(Arrivals.Poisson, 500, 2)]
    [InlineData(Arrivals.Poisson, 1000, 5)]
    public async Task A_stall_of_200_ms_shows_in_p99_within_5_percent_of_the_computed_value(Arrivals arrivals, double rate, double period)
    {
        var time = new SimulatedTime();
        var length = TimeSpan.FromSeconds(60);

        var reading = await new OpenLoop(Stalling(time, period), time, time, new LoadPlan())
            .RunAsync(ArrivalSchedule.Of(arrivals, rate, length, seed: 7), TimeSpan.Zero, length, _cancellation);

        var computed = Stall.TotalMilliseconds - (0.01 * period * 1000) + Work.TotalMilliseconds;
        reading.Latency.PercentileMs(0.99).ShouldBe(computed, 0.05 * computed);
        reading.Latency.PercentileMs(0.5).ShouldBe(Work.TotalMilliseconds);
        reading.Lag.MaxMs.ShouldBe(0);
    }

    [Fact]
    public async Task Counting_from_the_moment_of_sending_as_a_closed_loop_does_misses_it()
    {
        var time = new SimulatedTime();
        var service = Stalling(time, period: 2);
        var latency = new LatencyHistogram();

        while (time.Now < TimeSpan.FromSeconds(60))
        {
            var sent = time.Now;
            var reply = await service.SendAsync(0, _cancellation);
            latency.Add(TimeSpan.FromTicks(reply.Finished) - sent);
            time.WaitUntil(reply.Finished, _cancellation);
        }

        latency.PercentileMs(0.99).ShouldBe(Work.TotalMilliseconds);
        latency.MaxMs.ShouldBeGreaterThan(190);
    }

    /// <summary>A service that answers at once, but begins each period by answering nothing for 200 ms.</summary>
    private static SimulatedService Stalling(SimulatedTime time, double period) => new(time, now =>
    {
        var into = TimeSpan.FromTicks(now.Ticks % TimeSpan.FromSeconds(period).Ticks);
        return now + Work + (into < Stall ? Stall - into : TimeSpan.Zero);
    });
}
