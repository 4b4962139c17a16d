using System.Diagnostics;

namespace ModelPipeline.Scoring.Metrics;

/// <summary>Counts durations by how long they were. Safe to use from several threads; allocates nothing.</summary>
internal sealed class LatencyHistogram
{
    private readonly long[] _counts = new long[Bounds.Length + 1];
    private long _ticks;

    /// <summary>The upper bounds of the buckets, in seconds; one more bucket takes what is longer.</summary>
    public static double[] Bounds { get; } = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    /// <summary>The sum of all durations, in seconds.</summary>
    public double Sum => (double)Interlocked.Read(ref _ticks) / Stopwatch.Frequency;

    /// <summary>Counts a duration.</summary>
    /// <param name="ticks">The duration in ticks of <see cref="Stopwatch"/>.</param>
    public void Add(long ticks)
    {
        var seconds = (double)ticks / Stopwatch.Frequency;
        var bucket = 0;
        while (bucket < Bounds.Length && seconds > Bounds[bucket])
            bucket++;
        Interlocked.Increment(ref _counts[bucket]);
        Interlocked.Add(ref _ticks, ticks);
    }

    /// <summary>How many durations are in each bucket, not cumulated.</summary>
    public long[] Read() => [.. Enumerable.Range(0, _counts.Length).Select(bucket => Interlocked.Read(ref _counts[bucket]))];
}
