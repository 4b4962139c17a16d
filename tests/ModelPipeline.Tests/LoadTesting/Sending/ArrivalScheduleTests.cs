using ModelPipeline.LoadTesting.Sending;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.LoadTesting.Sending;

public sealed class ArrivalScheduleTests
{
    private static readonly TimeSpan Hundred = TimeSpan.FromSeconds(100);

    [Fact]
    public void Constant_arrivals_are_equally_far_apart_from_the_start_on() =>
        ArrivalSchedule.Of(Arrivals.Constant, 4, TimeSpan.FromSeconds(1), seed: 1).Select(time => time.TotalMilliseconds).ShouldBe([0, 250, 500, 750]);

    [Fact]
    public void Constant_arrivals_do_not_drift() =>
        ArrivalSchedule.Of(Arrivals.Constant, 3, Hundred, seed: 1)[299].TotalSeconds.ShouldBe(299 / 3.0, 1e-6);

    [Fact]
    public void Poisson_arrivals_are_exponentially_far_apart()
    {
        var times = ArrivalSchedule.Of(Arrivals.Poisson, 200, Hundred, seed: 7);

        var gaps = times.Zip(times.Skip(1), (first, second) => (second - first).TotalSeconds).ToList();
        ((double)times.Count).ShouldBe(20_000, 600); // four standard deviations
        gaps.Average().ShouldBe(1 / 200.0, 2e-4);
        ((double)gaps.Count(gap => gap > Math.Log(2) / 200)).ShouldBe(gaps.Count / 2.0, 300);
        gaps.Min().ShouldBeGreaterThanOrEqualTo(0);
        times[^1].ShouldBeLessThan(Hundred);
    }

    [Fact]
    public void The_seed_alone_decides()
    {
        ArrivalSchedule.Of(Arrivals.Poisson, 50, Hundred, seed: 3).ShouldBe(ArrivalSchedule.Of(Arrivals.Poisson, 50, Hundred, seed: 3));
        ArrivalSchedule.Of(Arrivals.Poisson, 50, Hundred, seed: 3).ShouldNotBe(ArrivalSchedule.Of(Arrivals.Poisson, 50, Hundred, seed: 4));
    }
}
