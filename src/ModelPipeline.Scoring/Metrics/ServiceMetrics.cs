namespace ModelPipeline.Scoring.Metrics;

/// <summary>What the service has done since its start. Safe to use from several threads; counting allocates nothing.</summary>
internal sealed class ServiceMetrics
{
    private const int Statuses = 600;
    private readonly long[] _requests = new long[Statuses];
    private readonly long[] _refused = new long[Enum.GetValues<Refusal>().Length];
    private long _inFlight;
    private long _rows;

    /// <summary>How long scoring requests took that were answered with rows, queueing included.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>How many requests have begun and not ended.</summary>
    public long InFlight => Interlocked.Read(ref _inFlight);

    /// <summary>How many rows were scored.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    public void Begin() => Interlocked.Increment(ref _inFlight);

    /// <summary>Counts a request that has ended.</summary>
    public void End(int status)
    {
        Interlocked.Decrement(ref _inFlight);
        Interlocked.Increment(ref _requests[(uint)status < Statuses ? status : StatusCodes.Status500InternalServerError]);
    }

    public void Refused(Refusal reason) => Interlocked.Increment(ref _refused[(int)reason]);

    public void Scored(int rows) => Interlocked.Add(ref _rows, rows);

    /// <summary>How many requests were refused for a reason.</summary>
    public long RefusedFor(Refusal reason) => Interlocked.Read(ref _refused[(int)reason]);

    /// <summary>How many requests ended with each status that any ended with.</summary>
    public IEnumerable<(int Status, long Count)> Requests() =>
        Enumerable.Range(0, Statuses).Select(status => (status, Interlocked.Read(ref _requests[status]))).Where(entry => entry.Item2 > 0);
}
