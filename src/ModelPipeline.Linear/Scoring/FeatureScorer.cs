using ModelPipeline.Data;
using ModelPipeline.Linear.Preprocessing;

namespace ModelPipeline.Linear.Scoring;

/// <summary>Adds what one feature contributes to the scores of many rows.</summary>
internal abstract class FeatureScorer
{
    /// <param name="encoding">The feature's encoding.</param>
    /// <param name="weights">For each linear function the weights of the feature's columns.</param>
    public static FeatureScorer Of(FeatureEncoding encoding, double[][] weights) => encoding switch
    {
        NumericEncoding numeric => new NumericScorer(numeric, weights),
        CategoricalEncoding categorical => new CategoricalScorer(categorical, weights),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, null),
    };

    /// <summary>Prepares the scoring of one column's rows.</summary>
    public abstract ColumnScorer For(Column column);
}
