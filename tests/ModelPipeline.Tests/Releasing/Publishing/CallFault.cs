namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>What goes wrong with a call.</summary>
internal enum CallFault
{
    None,

    /// <summary>The process is killed before the call.</summary>
    KillBefore,

    /// <summary>The process is killed after the call.</summary>
    KillAfter,

    /// <summary>The process is killed while it uploads: a remnant is left.</summary>
    KillWithin,

    /// <summary>The remote refuses.</summary>
    Refuse,

    /// <summary>The request is lost, and nobody knows.</summary>
    LoseRequest,

    /// <summary>The answer is lost, and nobody knows.</summary>
    LoseAnswer,
}
