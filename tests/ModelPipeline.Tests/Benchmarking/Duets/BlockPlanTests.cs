using ModelPipeline.Benchmarking;
using ModelPipeline.Benchmarking.Duets;
using ModelPipeline.Benchmarking.Workers;

namespace ModelPipeline.Tests.Benchmarking.Duets;

public sealed class BlockPlanTests
{
    private static readonly BenchmarkPlan Plan = new();

    [Fact]
    public void Both_sides_score_as_often_as_the_slower_one_has_time_for()
    {
        var plan = BlockPlan.Of(Plan, [Side(4_000_000, latency: 3000), Side(4_000_000, latency: 2000)]);

        plan.Scores[ScoringMode.Latency].ShouldBe(2000);
        plan.Scores[ScoringMode.Batch].ShouldBe(100);
        plan.Rounds.ShouldBe(Plan.Rounds);
    }

    [Fact]
    public void A_slow_model_gets_fewer_rounds_but_never_too_few()
    {
        BlockPlan.Of(Plan, [Side(4_000_000), Side(40_000_000)]).Rounds.ShouldBeInRange(Plan.LeastRounds, Plan.Rounds - 1);
        BlockPlan.Of(Plan, [Side(4_000_000), Side(4_000_000_000)]).Rounds.ShouldBe(Plan.LeastRounds);
    }

    private static Dictionary<ScoringMode, (long Count, long Nanoseconds)> Side(long nanoseconds, long latency = 3000) => new()
    {
        [ScoringMode.Latency] = (nanoseconds > 4_000_000 ? 1 : latency, nanoseconds),
        [ScoringMode.Batch] = (nanoseconds > 4_000_000 ? 1 : 100, nanoseconds),
    };
}
