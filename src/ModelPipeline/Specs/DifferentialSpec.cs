namespace ModelPipeline.Specs;

/// <summary>The section <c>differential</c>: how far the candidate's answers may be from the champion's, row by row.</summary>
public sealed record DifferentialSpec
{
    /// <summary>From which difference on a row counts as changed.</summary>
    public ToleranceSpec Tolerance { get; init; } = new();

    /// <summary>The limits. A limit that is not set follows from the champion's noise floor.</summary>
    public DifferentialLimits Limits { get; init; } = new();

    /// <summary>The reference rows: a file or glob, relative to the spec's folder, with the columns of <c>data.path</c>.</summary>
    /// <value>Default: the candidate's test split.</value>
    public string? Data { get; init; }
}
