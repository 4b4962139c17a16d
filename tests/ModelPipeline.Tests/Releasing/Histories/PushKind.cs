namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>How a push changes a branch.</summary>
internal enum PushKind
{
    /// <summary>Commits are added.</summary>
    Ordinary,

    /// <summary>The server adds a commit for an app.</summary>
    ByApi,

    /// <summary>The commits are replaced, the patch stays: the host moves reviews of the old head to the new one.</summary>
    ForcedSamePatch,

    /// <summary>The commits and the patch are replaced.</summary>
    ForcedOtherPatch,

    /// <summary>The branch is set back to a head that it had before.</summary>
    ForcedBack,
}
