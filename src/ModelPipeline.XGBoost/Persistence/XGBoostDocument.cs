namespace ModelPipeline.XGBoost.Persistence;

/// <summary>The contents of <c>xgboost.json</c>, in the file's order.</summary>
/// <inheritdoc cref="XGBoostModel"/>
internal sealed record XGBoostDocument(
    string Format,
    int Version,
    string Task,
    IReadOnlyList<string> Classes,
    double Base,
    int Rounds,
    IReadOnlyList<FeatureDocument> Features)
{
    public const string FormatName = "modelpipeline-xgboost";
    public const int CurrentVersion = 1;
}
