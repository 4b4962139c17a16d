using ModelPipeline.XGBoost.Encoding;

namespace ModelPipeline.XGBoost;

/// <summary>All that determines a model's predictions.</summary>
/// <param name="Encodings">How each feature becomes columns, in the signature's order.</param>
/// <param name="Base">What is added to the sum of a row's leaves, in the label's unit; 0 for classification.</param>
/// <param name="Rounds">How many rounds of trees there are, one tree an output.</param>
/// <param name="Trees">The library's JSON.</param>
internal sealed record XGBoostModel(IReadOnlyList<FeatureEncoding> Encodings, double Base, int Rounds, ReadOnlyMemory<byte> Trees)
{
    /// <summary>How many columns the features have together.</summary>
    public int Width => Encodings.Sum(encoding => encoding.Width);
}
