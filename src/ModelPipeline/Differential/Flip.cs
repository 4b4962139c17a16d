namespace ModelPipeline.Differential;

/// <summary>How a row's predicted class changed from champion to candidate.</summary>
internal enum Flip
{
    /// <summary>Not at all; always so in a regression.</summary>
    None,

    /// <summary>Neither of the two is right, or the label is not known.</summary>
    Other,

    /// <summary>The candidate is right where the champion was wrong.</summary>
    Positive,

    /// <summary>The candidate is wrong where the champion was right.</summary>
    Negative,
}
