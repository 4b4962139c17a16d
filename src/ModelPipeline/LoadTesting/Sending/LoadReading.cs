namespace ModelPipeline.LoadTesting.Sending;

/// <summary>What a load gave. Safe to add to from several threads.</summary>
/// <param name="length">How long requests were due.</param>
internal sealed class LoadReading(TimeSpan length)
{
    private readonly Lock _lock = new();
    private readonly long[] _results = new long[Enum.GetValues<CallResult>().Length];
    private readonly Dictionary<CallResult, string> _faults = [];
    private TimeSpan _lastAnswer;

    /// <summary>The latency from the moment a request was due: of correct answers, and of requests that were given up or never sent, which count as long as was waited.</summary>
    public LatencyHistogram Latency { get; } = new();

    /// <summary>How late the client was with each request.</summary>
    public LatencyHistogram Lag { get; } = new();

    /// <summary>How many requests were due.</summary>
    public long Due => _results.Sum();

    /// <summary>How many requests were sent.</summary>
    public long Sent => Due - Missed;

    /// <summary>How many requests were not sent, since every connection was waiting for an answer.</summary>
    public long Missed => Count(CallResult.NotSent);

    /// <summary>How many requests have no correct answer.</summary>
    public long Errors => Due - Count(CallResult.Correct);

    /// <summary>The requests that were due in a second.</summary>
    public double DueRate => Due / length.TotalSeconds;

    /// <summary>The requests that were sent in a second.</summary>
    public double SentRate => Sent / length.TotalSeconds;

    /// <summary>The correct answers in a second, until the last of them.</summary>
    public double AnsweredRate => Count(CallResult.Correct) / Math.Max(length.TotalSeconds, _lastAnswer.TotalSeconds);

    /// <summary>The requests that were due, over the load's length and a time for the last answers to come in.</summary>
    /// <param name="rest">That time.</param>
    public double DueRateWithin(TimeSpan rest) => Due / (length + rest).TotalSeconds;

    /// <summary>How many requests had a result.</summary>
    public long Count(CallResult result) => _results[(int)result];

    /// <summary>What was wrong with the first request of a result; <see langword="null"/> where there is nothing to say.</summary>
    public string? FirstFault(CallResult result) => _faults.GetValueOrDefault(result);

    /// <summary>Counts how late the client was.</summary>
    public void AddLag(TimeSpan lag)
    {
        lock (_lock)
            Lag.Add(lag);
    }

    /// <summary>Counts a request that was not sent.</summary>
    /// <param name="limit">How long an answer may take.</param>
    public void AddMissed(TimeSpan limit)
    {
        lock (_lock)
        {
            _results[(int)CallResult.NotSent]++;
            Latency.Add(limit);
        }
    }

    /// <summary>Counts a request.</summary>
    /// <param name="reply">What came of it.</param>
    /// <param name="due">When it was due, from the start of what is counted.</param>
    /// <param name="latency">The time from then to the end of its answer.</param>
    public void Add(Reply reply, TimeSpan due, TimeSpan latency)
    {
        lock (_lock)
        {
            _results[(int)reply.Result]++;
            if (reply.Fault is { } fault)
                _faults.TryAdd(reply.Result, fault);
            if (reply.Result is CallResult.Correct or CallResult.TimedOut)
                Latency.Add(latency);
            if (reply.Result == CallResult.Correct && due + latency > _lastAnswer)
                _lastAnswer = due + latency;
        }
    }
}
