using ModelPipeline.Data;

namespace ModelPipeline.XGBoost.Encoding;

/// <summary>How a feature becomes columns of numbers.</summary>
/// <param name="Name">The feature's header.</param>
internal abstract record FeatureEncoding(string Name)
{
    /// <summary>How many columns the feature has.</summary>
    public abstract int Width { get; }

    /// <summary>Prepares the encoding of one column's rows.</summary>
    /// <param name="column">The column, of the feature's type.</param>
    /// <param name="first">The first of the feature's columns.</param>
    public abstract ColumnEncoder For(Column column, int first);
}
