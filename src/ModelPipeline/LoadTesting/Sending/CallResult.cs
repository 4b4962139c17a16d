namespace ModelPipeline.LoadTesting.Sending;

/// <summary>What became of a request.</summary>
internal enum CallResult
{
    /// <summary>The answer is that of the bundle.</summary>
    Correct,

    /// <summary>It was answered, with other scores than the bundle's or with nonsense.</summary>
    WrongAnswer,

    /// <summary>Status 429.</summary>
    TooManyRequests,

    /// <summary>Status 503.</summary>
    Unavailable,

    /// <summary>Another status than 200.</summary>
    OtherStatus,

    /// <summary>Nothing listens there.</summary>
    ConnectionRefused,

    /// <summary>The connection ended before the answer did.</summary>
    ConnectionLost,

    /// <summary>There was no answer in time.</summary>
    TimedOut,

    /// <summary>It was not sent: every connection was waiting for an answer.</summary>
    NotSent,
}
