using System.Numerics;

namespace ModelPipeline.LoadTesting.Sending;

/// <summary>
/// Counts times in buckets whose width grows with the time, so that any percentile is known to three significant digits and the memory does not grow with the number of times.
/// Times are whole microseconds, exact below 2,048 and within 0.1% above. Source: the bucket layout of G. Tene's HdrHistogram.
/// </summary>
internal sealed class LatencyHistogram
{
    private const int HalfBits = 10;
    private const int Half = 1 << HalfBits;
    private const int MostBits = 36;
    private const long Greatest = (1L << MostBits) - 1;

    private readonly long[] _counts = new long[(MostBits - HalfBits + 1) * Half];
    private long _most;

    /// <summary>How many times were counted.</summary>
    public long Count { get; private set; }

    /// <summary>The greatest time, exact; not a number where there is none.</summary>
    public double MaxMs => Count == 0 ? double.NaN : _most / 1000.0;

    /// <summary>Counts a time; one below zero counts as zero, one above 19 hours as that.</summary>
    /// <param name="time">The time.</param>
    public void Add(TimeSpan time)
    {
        var microseconds = Math.Clamp(time.Ticks / TimeSpan.TicksPerMicrosecond, 0, Greatest);
        _counts[BucketOf(microseconds)]++;
        _most = Math.Max(_most, microseconds);
        Count++;
    }

    /// <summary>The least time that a share of the times does not exceed, in milliseconds, at the upper end of its bucket; not a number where there is none.</summary>
    /// <param name="share">The share, above 0 and at most 1, for example 0.99.</param>
    public double PercentileMs(double share)
    {
        if (Count == 0)
            return double.NaN;
        var rank = Math.Clamp((long)Math.Ceiling(share * Count), 1, Count);
        var bucket = 0;
        for (var seen = _counts[0]; seen < rank; seen += _counts[bucket])
            bucket++;
        return Math.Min(LastOf(bucket), _most) / 1000.0;
    }

    /// <summary>Below two halves a bucket a microsecond; from there on, a half of buckets for each doubling.</summary>
    private static int BucketOf(long microseconds)
    {
        var doublings = Math.Max(BitOperations.Log2((ulong)microseconds) - HalfBits, 0);
        return (doublings << HalfBits) + (int)(microseconds >> doublings);
    }

    private static long LastOf(int bucket)
    {
        var doublings = Math.Max((bucket >> HalfBits) - 1, 0);
        return ((bucket - ((long)doublings << HalfBits) + 1) << doublings) - 1;
    }
}
