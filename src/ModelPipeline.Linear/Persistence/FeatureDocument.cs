using System.Text.Json.Serialization;
using ModelPipeline.Linear.Preprocessing;

namespace ModelPipeline.Linear.Persistence;

/// <summary>One feature in <c>linear.json</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(NumericFeatureDocument), "numeric")]
[JsonDerivedType(typeof(CategoricalFeatureDocument), "categorical")]
internal abstract record FeatureDocument(
    [property: JsonPropertyOrder(-2)] string Name,
    [property: JsonPropertyOrder(-1)] bool MissingIndicator)
{
    public static FeatureDocument Of(FeatureEncoding encoding) => encoding switch
    {
        NumericEncoding numeric => new NumericFeatureDocument(numeric.Name, numeric.MissingIndicator, numeric.Mean, numeric.Scale),
        CategoricalEncoding categorical => new CategoricalFeatureDocument(categorical.Name, categorical.MissingIndicator, categorical.Mode, categorical.Categories),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, null),
    };

    public abstract FeatureEncoding ToEncoding();
}
