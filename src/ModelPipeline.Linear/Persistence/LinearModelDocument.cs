namespace ModelPipeline.Linear.Persistence;

/// <summary>The contents of <c>linear.json</c>, in the file's order.</summary>
internal sealed record LinearModelDocument(
    string Format,
    int Version,
    string Task,
    string Trainer,
    IReadOnlyList<string> Classes,
    IReadOnlyList<FeatureDocument> Features,
    IReadOnlyList<double> Intercepts,
    IReadOnlyList<IReadOnlyList<double>> Weights)
{
    public const string FormatName = "modelpipeline-linear";
    public const int CurrentVersion = 1;
}
