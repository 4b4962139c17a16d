using ModelPipeline.Benchmarking.Duets;
using ModelPipeline.Benchmarking.Workers;

namespace ModelPipeline.Tests.Benchmarking.Duets;

public sealed class DuetReadingTests
{
    [Fact]
    public void A_core_that_is_slower_cancels_because_both_sides_have_it()
    {
        var reading = new DuetReading(Times(round => [Pair(110, 200), Pair(220, 100)]));

        Math.Exp(reading.Ratios(ScoringMode.Latency).Candidate.ShouldHaveSingleItem()).ShouldBe(1.1, 1e-12);
    }

    [Fact]
    public void A_disturbed_round_changes_nothing()
    {
        var reading = new DuetReading(Times(round => round == 1 ? [Pair(100, 100), Pair(9000, 100)] : [Pair(100, 100), Pair(100, 100)]));

        reading.Ratios(ScoringMode.Batch).Candidate.ShouldHaveSingleItem().ShouldBe(0);
    }

    [Fact]
    public void Work_on_other_threads_is_judged()
    {
        var reading = new DuetReading(Times(_ => [Pair(100, 100, tested => tested with { Process = 180 }), Pair(100, 100, tested => tested with { Process = 180 })]));

        reading.CountsAllThreads.ShouldBeTrue();
        reading.Clock.ShouldBe("processor time of all threads");
        Math.Exp(reading.Ratios(ScoringMode.Latency).Candidate[0]).ShouldBe(1.8, 1e-12);
    }

    [Fact]
    public void Without_a_clock_of_processor_time_the_evidence_says_wall_time() =>
        new DuetReading(Times(_ => [Pair(100, 100), Pair(100, 100)]) with { HasCpuClock = false }).Clock.ShouldBe("wall time");

    [Fact]
    public void Without_a_clock_that_tells_on_both_sides_wall_time_is_judged_on_both()
    {
        var reading = new DuetReading(Times(_ => [Pair(100, 100, tested => tested with { Wall = 300 }), Pair(100, 100, tested => tested with { Wall = 300 })]) with { HasCpuClock = false });

        Math.Exp(reading.Ratios(ScoringMode.Latency).Candidate[0]).ShouldBe(3, 1e-12);
        reading.PerScore(ScoringMode.Latency).ShouldBe((30, 10));
    }

    [Fact]
    public void A_time_of_nothing_gives_no_ratio()
    {
        var reading = new DuetReading(Times(_ => [Pair(0, 100), Pair(0, 100)]));

        reading.Ratios(ScoringMode.Latency).Candidate.ShouldAllBe(ratio => double.IsNaN(ratio));
    }

    [Fact]
    public void A_peak_that_is_not_known_gives_no_ratio() =>
        new DuetReading(Times(_ => [Pair(1, 1), Pair(1, 1)], peak: 0)).PeakRatios.Candidate.ShouldAllBe(ratio => double.IsNaN(ratio));

    private static BlockPair Pair(long tested, long champion, Func<BlockTimes, BlockTimes>? change = null) =>
        new((change ?? (times => times))(new BlockTimes(tested, tested, tested, 80)), new BlockTimes(champion, champion, champion, 80));

    private static DuetTimes Times(Func<int, BlockPair[]> round, long peak = 50)
    {
        PairTimes Repeated(Func<int, BlockPair[]> blocks) => new(
            Pair(1, 1), (peak, peak), Enum.GetValues<ScoringMode>().ToDictionary(mode => mode, _ => Enumerable.Range(0, 3).SelectMany(blocks).ToList()));
        var plan = new BlockPlan(new Dictionary<ScoringMode, long> { [ScoringMode.Latency] = 10, [ScoringMode.Batch] = 1 }, 3);
        return new DuetTimes(plan, (0, 1), HasCpuClock: true, [new RestartTimes(Repeated(round), Repeated(_ => [Pair(100, 100), Pair(100, 100)]))]);
    }
}
