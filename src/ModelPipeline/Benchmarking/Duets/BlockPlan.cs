using ModelPipeline.Benchmarking.Workers;

namespace ModelPipeline.Benchmarking.Duets;

/// <summary>The work of every restart, the same for all workers.</summary>
/// <param name="Scores">How many scores a block has, by mode.</param>
/// <param name="Rounds">How many rounds of blocks there are.</param>
internal sealed record BlockPlan(IReadOnlyDictionary<ScoringMode, long> Scores, int Rounds)
{
    private const double Steps = 6; // of a round: duet and control, each with the cores both ways, and half as many blocks to warm up

    /// <summary>How many blocks long the warm-up is, in each mode.</summary>
    public int WarmUps => (Rounds + 1) / 2;

    /// <summary>Plans for the slower of two sides, so that a block takes neither longer than it should.</summary>
    /// <param name="plan">How much is to be measured.</param>
    /// <param name="sides">By side and mode, how many scores fit a block and what they take in nanoseconds.</param>
    public static BlockPlan Of(BenchmarkPlan plan, IReadOnlyList<IReadOnlyDictionary<ScoringMode, (long Count, long Nanoseconds)>> sides)
    {
        var slowest = Enum.GetValues<ScoringMode>().ToDictionary(mode => mode, mode => sides.Select(side => side[mode]).MinBy(fit => (fit.Count, -fit.Nanoseconds)));
        var round = TimeSpan.FromMicroseconds(slowest.Values.Sum(fit => fit.Nanoseconds) * Steps / 1000);
        var fitting = plan.Blocks / (plan.Restarts * round);
        return new(
            slowest.ToDictionary(fit => fit.Key, fit => fit.Value.Count),
            (int)Math.Clamp(fitting, plan.LeastRounds, plan.Rounds));
    }
}
