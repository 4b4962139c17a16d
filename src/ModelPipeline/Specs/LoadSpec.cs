namespace ModelPipeline.Specs;

/// <summary>The section <c>load</c>: the load that the scoring service must bear, and what it may use for it.</summary>
public sealed record LoadSpec
{
    /// <summary>The requests a second, of one row each.</summary>
    /// <value>Default: 200.</value>
    public double Rate { get; init; } = 200;

    /// <summary>How long the load lasts, after the warm-up.</summary>
    /// <value>Default: 10 s.</value>
    public double Seconds { get; init; } = 10;

    /// <summary>How the requests are spread over time.</summary>
    /// <value>Default: <see cref="Specs.Arrivals.Poisson"/>.</value>
    public Arrivals Arrivals { get; init; } = Arrivals.Poisson;

    /// <summary>The greatest 99th percentile of the latency, in milliseconds, counted from the moment a request was due.</summary>
    /// <value>Default: 50.</value>
    public double P99Ms { get; init; } = 50;

    /// <summary>The greatest share of requests without a correct answer.</summary>
    /// <value>Default: 0.</value>
    public double Errors { get; init; }

    /// <summary>The memory that the container gets, in megabytes of 1,048,576 bytes.</summary>
    /// <value>Default: 256.</value>
    public int MemoryMb { get; init; } = 256;

    /// <summary>The processors that the container gets.</summary>
    /// <value>Default: 1.</value>
    public double Cpus { get; init; } = 1;
}
