using ModelPipeline.XGBoost.Encoding;

namespace ModelPipeline.XGBoost.Persistence;

/// <summary>One feature in <c>xgboost.json</c>.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Encoding"><c>number</c>, <c>one-hot</c> or <c>ordinal</c>.</param>
/// <param name="Categories">The categories that have a column or place of their own, in ordinal order; empty for a number.</param>
internal sealed record FeatureDocument(string Name, string Encoding, IReadOnlyList<string> Categories)
{
    public const string Number = "number";

    public static FeatureDocument Of(FeatureEncoding encoding) => encoding switch
    {
        NumericEncoding => new(encoding.Name, Number, []),
        OneHotEncoding oneHot => new(oneHot.Name, XGBoostParameters.OneHot, oneHot.Categories),
        OrdinalEncoding ordinal => new(ordinal.Name, XGBoostParameters.Ordinal, ordinal.Categories),
        _ => throw new ArgumentOutOfRangeException(nameof(encoding), encoding, null),
    };

    public FeatureEncoding ToEncoding() => Encoding switch
    {
        Number => new NumericEncoding(Name),
        XGBoostParameters.OneHot => new OneHotEncoding(Name, Categories),
        _ => new OrdinalEncoding(Name, Categories),
    };
}
