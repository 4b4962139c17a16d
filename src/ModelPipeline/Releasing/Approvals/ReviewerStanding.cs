namespace ModelPipeline.Releasing.Approvals;

/// <summary>Whether a reviewer's opinion counts.</summary>
internal enum ReviewerStanding
{
    /// <summary>It does not.</summary>
    DoesNotCount,

    /// <summary>It does.</summary>
    Counts,

    /// <summary>It cannot be said.</summary>
    Unknown,
}
