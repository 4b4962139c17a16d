namespace ModelPipeline.Benchmarking.Workers;

/// <summary>How a worker scores.</summary>
internal enum ScoringMode
{
    /// <summary>One row at a time.</summary>
    Latency,

    /// <summary>All rows at once.</summary>
    Batch,
}
