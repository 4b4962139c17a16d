namespace ModelPipeline.Releasing.Hosts;

/// <summary>What a check run concludes.</summary>
public enum CheckConclusion
{
    /// <summary>It is still waited for.</summary>
    Pending,

    /// <summary>All is well.</summary>
    Success,

    /// <summary>Somebody or something said no.</summary>
    Failure,

    /// <summary>Nothing can be said.</summary>
    ActionRequired,

    /// <summary>Nothing was judged.</summary>
    Neutral,
}
