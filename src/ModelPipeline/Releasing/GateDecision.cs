namespace ModelPipeline.Releasing;

/// <summary>What the gate decides.</summary>
public enum GateDecision
{
    /// <summary>It may be released. <c>approved</c>, exit code 0.</summary>
    Approved,

    /// <summary>Something may still come. <c>pending</c>, exit code 4.</summary>
    Pending,

    /// <summary>Somebody or something said no. <c>blocked</c>, exit code 3.</summary>
    Blocked,

    /// <summary>Nothing can be said: something could not be read, or is not as it should be. <c>indeterminate</c>, exit code 1.</summary>
    Indeterminate,
}
