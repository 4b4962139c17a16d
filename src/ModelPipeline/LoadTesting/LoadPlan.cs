using ModelPipeline.Specs;

namespace ModelPipeline.LoadTesting;

/// <summary>How the load is made. It is fixed before anything is seen.</summary>
internal sealed record LoadPlan
{
    /// <summary>How long the service may take to be ready.</summary>
    /// <value>Default: 30 s.</value>
    public TimeSpan LongestStart { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many connections find out the capacity.</summary>
    /// <value>Default: 16.</value>
    public int ProbeConnections { get; init; } = 16;

    /// <summary>How long answers are counted for the capacity.</summary>
    /// <value>Default: 0.75 s.</value>
    public TimeSpan Probe { get; init; } = TimeSpan.FromSeconds(0.75);

    /// <summary>How long the service is warmed up, before the capacity is counted and again before the load is.</summary>
    /// <value>Default: 0.5 s.</value>
    public TimeSpan WarmUp { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The steps up to saturation, as shares of the capacity.</summary>
    /// <value>Default: 0.25, 0.5, 0.75, 0.9, 1 and 1.25.</value>
    public IReadOnlyList<double> Steps { get; init; } = [0.25, 0.5, 0.75, 0.9, 1, 1.25];

    /// <summary>How long a step lasts.</summary>
    /// <value>Default: 0.5 s.</value>
    public TimeSpan Step { get; init; } = TimeSpan.FromSeconds(0.5);

    /// <summary>The share of the due rate that must be answered; below it the service is saturated.</summary>
    /// <value>Default: 0.95.</value>
    public double LeastAnswered { get; init; } = 0.95;

    /// <summary>How long an answer may take.</summary>
    /// <value>Default: 5 s.</value>
    public TimeSpan AnswerLimit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How many requests may wait for an answer at a time, each on a connection of its own.</summary>
    /// <value>Default: 1,000.</value>
    public int MostConnections { get; init; } = 1000;

    /// <summary>How often memory and processor time of the service are read.</summary>
    /// <value>Default: 0.25 s.</value>
    public TimeSpan Sampling { get; init; } = TimeSpan.FromSeconds(0.25);

    /// <summary>How late the client may be with one request in a hundred, where a tenth of the limit of the latency is less.</summary>
    /// <value>Default: 5 ms.</value>
    public double MostLagMs { get; init; } = 5;

    /// <summary>The share of requests that may not be sent.</summary>
    /// <value>Default: 0.01.</value>
    public double MostMissed { get; init; } = 0.01;

    /// <summary>The plan for a spec: an answer may take twice the limit of the latency at least, and what comes beside the load takes no longer than the load.</summary>
    /// <param name="spec">What the service must bear.</param>
    public LoadPlan For(LoadSpec spec) => this with
    {
        AnswerLimit = TimeSpan.FromMilliseconds(Math.Max(AnswerLimit.TotalMilliseconds, 2 * spec.P99Ms)),
        Probe = Least(Probe, spec.Seconds / 4),
        WarmUp = Least(WarmUp, spec.Seconds / 6),
        Step = Least(Step, spec.Seconds / Steps.Count),
    };

    private static TimeSpan Least(TimeSpan time, double seconds) => TimeSpan.FromSeconds(Math.Min(time.TotalSeconds, seconds));
}
