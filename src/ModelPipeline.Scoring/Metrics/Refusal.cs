namespace ModelPipeline.Scoring.Metrics;

/// <summary>Why a request was refused before it was looked at.</summary>
internal enum Refusal
{
    /// <summary>The queue was full: 429.</summary>
    QueueFull,

    /// <summary>It waited too long for its turn: 503.</summary>
    QueueTime,

    /// <summary>The service is stopping: 503.</summary>
    Stopping,

    /// <summary>The key was missing or wrong: 401.</summary>
    Key,
}
