namespace ModelPipeline.Releasing.Approvals;

/// <summary>What a review says (R4).</summary>
internal enum ReviewState
{
    /// <summary>It is not submitted.</summary>
    Pending,

    /// <summary>It neither gives nor takes an opinion.</summary>
    Commented,

    /// <summary>It approves.</summary>
    Approved,

    /// <summary>It requests changes.</summary>
    ChangesRequested,

    /// <summary>It was dismissed: no opinion, and nothing earlier counts again.</summary>
    Dismissed,

    /// <summary>The host says something that this version does not know.</summary>
    Unknown,
}
