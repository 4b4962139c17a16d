namespace ModelPipeline.Evidence;

/// <summary>The verdict of a check or a step.</summary>
public enum Status
{
    /// <summary>Judged, and good enough. <c>passed</c>.</summary>
    Passed,

    /// <summary>There is no champion to compare with. <c>no-baseline</c>.</summary>
    NoBaseline,

    /// <summary>Waits for people; GateRelease only. <c>pending</c>.</summary>
    Pending,

    /// <summary>Not done, because something before it could not be done. <c>not-run</c>.</summary>
    NotRun,

    /// <summary>Judged, and not good enough. <c>failed</c>.</summary>
    Failed,

    /// <summary>Could not be judged: broken or inconclusive. <c>error</c>.</summary>
    Error,
}
