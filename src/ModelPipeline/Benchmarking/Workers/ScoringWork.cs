using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Benchmarking.Workers;

/// <summary>Scores blocks of rows and measures what they take.</summary>
internal sealed class ScoringWork
{
    /// <summary>
    /// How many rows are scored one at a time. A row that a service scores was read just before and is in the cache; with many rows the memory would be measured.
    /// </summary>
    private const int SingleRows = 64;

    private const int LeadIn = 4;

    private readonly IScorer _scorer;
    private readonly Table _rows;
    private readonly Table[] _single;
    private readonly BlockMeter _meter;

    public ScoringWork(IScorer scorer, Table rows, BlockMeter meter)
    {
        _scorer = scorer;
        _rows = rows;
        _single = [.. Enumerable.Range(0, Math.Min(SingleRows, rows.Rows)).Select(row => rows.Select([row]))];
        _meter = meter;
    }

    /// <summary>Scores a block, after a part of it that is not measured: the worker that ran on the core before left the cache to itself.</summary>
    /// <param name="mode">One row at a time or all at once.</param>
    /// <param name="first">The number of the first score, which tells its row.</param>
    /// <param name="count">How many times to score.</param>
    public BlockTimes Block(ScoringMode mode, long first, long count)
    {
        Score(mode, first, count / LeadIn);
        return _meter.Measure(() => Score(mode, first, count));
    }

    /// <summary>How many scores take a given time, at least one, and how long those take; in nanoseconds.</summary>
    public (long Count, long Nanoseconds) Calibrate(ScoringMode mode, long target)
    {
        for (var count = 1L; ; count *= 2)
        {
            var time = Math.Max(1, Block(mode, 0, count).Thread);
            if (time < target / 2)
                continue;
            var fitting = Math.Max(1, count * target / time);
            return (fitting, time * fitting / count);
        }
    }

    private void Score(ScoringMode mode, long first, long count)
    {
        for (var score = first; score < first + count; score++)
            _scorer.Score(mode == ScoringMode.Batch ? _rows : _single[score % _single.Length], CancellationToken.None);
    }
}
