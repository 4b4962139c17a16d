using ModelPipeline.Benchmarking.Workers;

namespace ModelPipeline.Benchmarking.Duets;

/// <summary>What a duet's measurements say.</summary>
internal sealed class DuetReading(DuetTimes times)
{
    private const double OtherThreads = 1.05;

    /// <summary>
    /// Whether the time of all the worker's threads is judged, because scoring uses more than its own: there, a thread's own time would miss work.
    /// </summary>
    public bool CountsAllThreads { get; } = times.HasCpuClock && HasWorkElsewhere(times);

    /// <summary>The clock that is judged, in words.</summary>
    public string Clock => times.HasCpuClock ? CountsAllThreads ? "processor time of all threads" : "processor time of the scoring thread" : "wall time";

    /// <summary>The ratios of the judged time, one a restart.</summary>
    public RepeatedRatios Ratios(ScoringMode mode) => Repeated(mode, Judged);

    /// <summary>The ratios of the wall time, one a restart.</summary>
    public RepeatedRatios WallRatios(ScoringMode mode) => Repeated(mode, block => block.Wall);

    /// <summary>The judged time of one score in nanoseconds, of candidate and champion.</summary>
    public (double Candidate, double Champion) PerScore(ScoringMode mode) => Medians(mode, Judged);

    /// <summary>The bytes that one score allocates, of candidate and champion.</summary>
    public (double Candidate, double Champion) Allocated(ScoringMode mode) => Medians(mode, block => block.Bytes);

    /// <summary>The time to load the bundle in nanoseconds, of candidate and champion.</summary>
    public (double Candidate, double Champion) Load =>
        (Sample.Median(times.Restarts.Select(restart => (double)Judged(restart.Duet.Load.Tested))), Sample.Median(times.Restarts.Select(restart => (double)Judged(restart.Duet.Load.Champion))));

    /// <summary>The ratios of the peaks of the memory, one a restart.</summary>
    public RepeatedRatios PeakRatios => new(
        [.. times.Restarts.Select(restart => LogRatio(restart.Duet.Peaks.Tested, restart.Duet.Peaks.Champion))],
        [.. times.Restarts.Select(restart => LogRatio(restart.Control.Peaks.Tested, restart.Control.Peaks.Champion))]);

    /// <summary>The peak of the memory in bytes, of candidate and champion.</summary>
    public (double Candidate, double Champion) Peak =>
        (Sample.Median(times.Restarts.Select(restart => (double)restart.Duet.Peaks.Tested)), Sample.Median(times.Restarts.Select(restart => (double)restart.Duet.Peaks.Champion)));

    private long Judged(BlockTimes block) => !times.HasCpuClock ? block.Wall : CountsAllThreads ? block.Process : block.Thread;

    private static bool HasWorkElsewhere(DuetTimes times) => Enum.GetValues<ScoringMode>().Any(mode =>
    {
        var blocks = times.Restarts.SelectMany(restart => restart.Duet.Blocks[mode]).ToList();
        return IsMore(blocks.Select(pair => pair.Tested)) || IsMore(blocks.Select(pair => pair.Champion));
    });

    private static bool IsMore(IEnumerable<BlockTimes> blocks) => !(Sample.Median(blocks.Select(block => (double)block.Process / block.Thread)) <= OtherThreads);

    private RepeatedRatios Repeated(ScoringMode mode, Func<BlockTimes, long> time) => new(
        [.. times.Restarts.Select(restart => Ratio(restart.Duet.Blocks[mode], time))],
        [.. times.Restarts.Select(restart => Ratio(restart.Control.Blocks[mode], time))]);

    /// <summary>The median over the rounds; in a round the cores are one way and the other, so that their difference cancels.</summary>
    private static double Ratio(List<BlockPair> pairs, Func<BlockTimes, long> time) =>
        Sample.Median(pairs.Chunk(2).Select(round => round.Average(pair => LogRatio(time(pair.Tested), time(pair.Champion)))));

    private (double Candidate, double Champion) Medians(ScoringMode mode, Func<BlockTimes, long> value)
    {
        var pairs = times.Restarts.SelectMany(restart => restart.Duet.Blocks[mode]).ToList();
        var scores = (double)times.Plan.Scores[mode];
        return (Sample.Median(pairs.Select(pair => value(pair.Tested) / scores)), Sample.Median(pairs.Select(pair => value(pair.Champion) / scores)));
    }

    private static double LogRatio(long tested, long champion) => tested > 0 && champion > 0 ? Math.Log((double)tested / champion) : double.NaN;
}
