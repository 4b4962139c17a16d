namespace ModelPipeline.Linear.Preprocessing;

/// <summary>How one feature becomes columns of the design matrix; fitted on the training rows only.</summary>
/// <param name="Name">The feature's header.</param>
/// <param name="MissingIndicator">Whether a last column says that the value is missing: where some, not all, training values were.</param>
internal abstract record FeatureEncoding(string Name, bool MissingIndicator)
{
    /// <summary>How many weights the feature has for each output.</summary>
    public abstract int Columns { get; }
}
