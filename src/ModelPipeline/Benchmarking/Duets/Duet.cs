using System.Globalization;
using ModelPipeline.Benchmarking.Workers;
using ModelPipeline.Statistics;

namespace ModelPipeline.Benchmarking.Duets;

/// <summary>
/// Lets candidate and champion score the same rows at the same time on different cores, in short blocks, so that what disturbs one disturbs the other.
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
        var (plan, pinned, hasCpuClock) = await CalibrateAsync(cancellation).ConfigureAwait(false);
        var cores = pinned ? setting.Cores : null;
        var restarts = new List<RestartBlocks>();
        for (var restart = 1; restart <= setting.Plan.Restarts; restart++)
        {
            progress.Report(string.Create(CultureInfo.InvariantCulture, $"scoring beside the champion, {restart} of {setting.Plan.Restarts}"));
            restarts.Add(await RestartAsync(plan, cores, cancellation).ConfigureAwait(false));
        }

        return new DuetTimes(plan, cores, hasCpuClock, restarts);
    }

    private async Task<(BlockPlan Plan, bool Pinned, bool HasCpuClock)> CalibrateAsync(CancellationToken cancellation)
    {
        await using var workers = await DuetWorkers.StartAsync(setting, cancellation).ConfigureAwait(false);
        var sides = new List<Dictionary<ScoringMode, (long, long)>>();
        foreach (var worker in new[] { workers.Candidate, workers.Champion })
        {
            var side = new Dictionary<ScoringMode, (long, long)>();
            foreach (var mode in Modes)
            {
                await FitAsync(worker, mode, WarmUp, cancellation).ConfigureAwait(false);
                side[mode] = await FitAsync(worker, mode, setting.Plan.Block, cancellation).ConfigureAwait(false);
            }

            sides.Add(side);
        }

        return (BlockPlan.Of(setting.Plan, sides), workers.Pinned, workers.HasCpuClock);
    }

    private static async Task<(long Count, long Nanoseconds)> FitAsync(WorkerProcess worker, ScoringMode mode, TimeSpan target, CancellationToken cancellation)
    {
        var nanoseconds = target.Ticks * TimeSpan.NanosecondsPerTick;
        var answer = await worker.AskAsync(string.Create(CultureInfo.InvariantCulture, $"calibrate {mode} {nanoseconds}"), 2, cancellation).ConfigureAwait(false);
        return (answer[0], answer[1]);
    }

    private async Task<RestartBlocks> RestartAsync(BlockPlan plan, (int First, int Second)? cores, CancellationToken cancellation)
    {
        await using var workers = await DuetWorkers.StartAsync(setting, cancellation).ConfigureAwait(false);
        await WarmUpAsync(workers, plan, cancellation).ConfigureAwait(false);
        var blocks = new RestartBlocks
        {
            Load = new BlockPair(workers.Loads[0], workers.Loads[1]),
            Peaks = await workers.PeaksAsync(cancellation).ConfigureAwait(false),
        };
        for (var round = 0; round < plan.Rounds; round++)
        {
            var swapped = _random.NextBelow(2) == 1;
            foreach (var swap in new[] { swapped, !swapped })
            {
                if (cores is { } pair)
                    await workers.PinAsync(swap ? (pair.Second, pair.First) : pair, cancellation).ConfigureAwait(false);
                await BlocksAsync(workers, plan, round, swap, blocks, cancellation).ConfigureAwait(false);
            }
        }

        return blocks;
    }

    private static async Task WarmUpAsync(DuetWorkers workers, BlockPlan plan, CancellationToken cancellation)
    {
        foreach (var mode in Modes)
        {
            var block = Block(mode, 0, plan.Scores[mode] * Math.Max(1, plan.Rounds / 2));
            await TogetherAsync(workers, workers.Candidate, block, championFirst: false, cancellation).ConfigureAwait(false);
            await workers.Control.AskAsync(block, 4, cancellation).ConfigureAwait(false);
        }
    }

    private static async Task BlocksAsync(DuetWorkers workers, BlockPlan plan, int round, bool swap, RestartBlocks blocks, CancellationToken cancellation)
    {
        foreach (var mode in Modes)
        {
            var block = Block(mode, round * plan.Scores[mode], plan.Scores[mode]);
            blocks.Duet[mode].Add(await TogetherAsync(workers, workers.Candidate, block, swap, cancellation).ConfigureAwait(false));
            blocks.Control[mode].Add(await TogetherAsync(workers, workers.Control, block, swap, cancellation).ConfigureAwait(false));
        }
    }

    private static string Block(ScoringMode mode, long first, long count) => string.Create(CultureInfo.InvariantCulture, $"block {mode} {first} {count}");

    /// <summary>One block on both workers at once; where they have no cores of their own, in turns.</summary>
    private static async Task<BlockPair> TogetherAsync(DuetWorkers workers, WorkerProcess tested, string block, bool championFirst, CancellationToken cancellation)
    {
        var (first, second) = championFirst ? (workers.Champion, tested) : (tested, workers.Champion);
        long[] one, other;
        if (workers.Pinned)
        {
            await first.SendAsync(block, cancellation).ConfigureAwait(false);
            await second.SendAsync(block, cancellation).ConfigureAwait(false);
            one = await first.ReceiveAsync("block", 4, cancellation).ConfigureAwait(false);
            other = await second.ReceiveAsync("block", 4, cancellation).ConfigureAwait(false);
        }
        else
        {
            one = await first.AskAsync(block, 4, cancellation).ConfigureAwait(false);
            other = await second.AskAsync(block, 4, cancellation).ConfigureAwait(false);
        }

        var (mine, champions) = championFirst ? (other, one) : (one, other);
        return new(DuetWorkers.Times(mine), DuetWorkers.Times(champions));
    }
}
