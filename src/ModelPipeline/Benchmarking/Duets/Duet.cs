using System.Globalization;
using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Statistics;

namespace ModelPipeline.Benchmarking.Duets;

/// <summary>
/// Lets candidate and champion score the same rows at the same time on different cores, in short blocks, so that what disturbs one disturbs the other.
/// A control, champion beside champion, does the same in between.
/// Source: L. Bulej et al., Duet Benchmarking: Improving Measurement Accuracy in the Cloud, ICPE 2020.
/// </summary>
internal sealed class Duet(DuetSetting setting)
{
    private static readonly ScoringMode[] Modes = Enum.GetValues<ScoringMode>();
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(100);

    private readonly SeededRandom _random = new(setting.Seed);

    /// <summary>Measures.</summary>
    /// <exception cref="WorkerException">A worker does not do what it should.</exception>
    public async Task<DuetTimes> RunAsync(IProgress<string> progress, CancellationToken cancellation)
    {
        progress.Report("calibrating");
        var (plan, hasCpuClock, cores) = await CalibrateAsync(cancellation).ConfigureAwait(false);
        var restarts = new List<RestartTimes>();
        for (var restart = 1; restart <= setting.Plan.Restarts; restart++)
        {
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"scoring beside the champion, {restart} of {setting.Plan.Restarts}"));
            restarts.Add(await RestartAsync(plan, cores, cancellation).ConfigureAwait(false));
        }

        return new DuetTimes(plan, cores, hasCpuClock, restarts);
    }

    private async Task<(BlockPlan Plan, bool HasCpuClock, (int Tested, int Champion)? Cores)> CalibrateAsync(CancellationToken cancellation)
    {
        await using var pair = await StartDuetAsync().ConfigureAwait(false);
        var hasCpuClock = await pair.GreetAsync(cancellation).ConfigureAwait(false);
        await LoadAsync(pair, setting.Cores, cancellation).ConfigureAwait(false);
        var plan = BlockPlan.Of(setting.Plan, [await FitAsync(pair.Tested, cancellation).ConfigureAwait(false), await FitAsync(pair.Champion, cancellation).ConfigureAwait(false)]);
        return (plan, hasCpuClock, pair.Pinned ? setting.Cores : null);
    }

    /// <summary>By mode, how many scores fit a block, and what they take in nanoseconds.</summary>
    private async Task<Dictionary<ScoringMode, (long Count, long Nanoseconds)>> FitAsync(WorkerProcess worker, CancellationToken cancellation)
    {
        var fits = new Dictionary<ScoringMode, (long, long)>();
        foreach (var mode in Modes)
        {
            foreach (var target in new[] { WarmUp, setting.Plan.Block })
            {
                var message = string.Create(CultureInfo.InvariantCulture, $"calibrate {mode} {target.Ticks * TimeSpan.NanosecondsPerTick}");
                var answer = await worker.AskAsync(message, 2, cancellation).ConfigureAwait(false);
                fits[mode] = (answer[0], answer[1]);
            }
        }

        return fits;
    }

    private async Task<RestartTimes> RestartAsync(BlockPlan plan, (int Tested, int Champion)? cores, CancellationToken cancellation)
    {
        await using var duet = await StartDuetAsync().ConfigureAwait(false);
        await using var control = await WorkerPair.StartAsync(setting, ("the control's worker", setting.Champion), ("the control's second worker", setting.Champion)).ConfigureAwait(false);
        WorkerPair[] pairs = [duet, control];
        foreach (var pair in pairs)
            await pair.GreetAsync(cancellation).ConfigureAwait(false);
        var times = new List<PairTimes>();
        foreach (var pair in pairs)
            times.Add(await PrepareAsync(pair, plan, cores, cancellation).ConfigureAwait(false));
        for (var round = 0; round < plan.Rounds; round++)
        {
            var swapped = _random.NextBelow(2) == 1;
            foreach (var swap in new[] { swapped, !swapped })
            {
                for (var i = 0; i < pairs.Length; i++)
                {
                    if (cores is { } two)
                        await pairs[i].PinAsync(swap ? (two.Champion, two.Tested) : two, cancellation).ConfigureAwait(false);
                    await BlocksAsync(pairs[i], plan, round, swap, times[i], cancellation).ConfigureAwait(false);
                }
            }
        }

        return new RestartTimes(times[0], times[1]);
    }

    private Task<WorkerPair> StartDuetAsync() => WorkerPair.StartAsync(setting, ("the candidate's worker", setting.Candidate), ("the champion's worker", setting.Champion));

    private static async Task<BlockPair> LoadAsync(WorkerPair pair, (int Tested, int Champion)? cores, CancellationToken cancellation)
    {
        if (cores is { } two)
            await pair.PinAsync(two, cancellation).ConfigureAwait(false);
        return await pair.BothAsync("load", championFirst: false, cancellation).ConfigureAwait(false);
    }

    private static async Task<PairTimes> PrepareAsync(WorkerPair pair, BlockPlan plan, (int Tested, int Champion)? cores, CancellationToken cancellation)
    {
        var load = await LoadAsync(pair, cores, cancellation).ConfigureAwait(false);
        foreach (var mode in Modes)
            for (var block = 0; block < plan.WarmUps; block++)
                await pair.BothAsync(Block(mode, 0, plan.Scores[mode]), championFirst: false, cancellation).ConfigureAwait(false);
        var peaks = await pair.PeaksAsync(cancellation).ConfigureAwait(false);
        return new PairTimes(load, peaks, Modes.ToDictionary(mode => mode, _ => new List<BlockPair>()));
    }

    private static async Task BlocksAsync(WorkerPair pair, BlockPlan plan, int round, bool swap, PairTimes times, CancellationToken cancellation)
    {
        foreach (var mode in Modes)
            times.Blocks[mode].Add(await pair.BothAsync(Block(mode, round * plan.Scores[mode], plan.Scores[mode]), swap, cancellation).ConfigureAwait(false));
    }

    private static string Block(ScoringMode mode, long first, long count) => string.Create(CultureInfo.InvariantCulture, $"block {mode} {first} {count}");
}
