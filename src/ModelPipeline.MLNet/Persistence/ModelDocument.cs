using ModelPipeline.Training;

namespace ModelPipeline.MLNet.Persistence;

/// <summary>The contents of <c>mlnet.json</c>, in the file's order.</summary>
/// <param name="Format">What file it is.</param>
/// <param name="Version">The version of the format.</param>
/// <param name="Task">What the model predicts.</param>
/// <param name="Trainer">The recipe that trained it.</param>
/// <param name="Classes">The label's classes.</param>
/// <param name="Features">What it reads.</param>
/// <param name="Digest">The digest of <c>model.zip</c>.</param>
internal sealed record ModelDocument(
    string Format,
    int Version,
    string Task,
    string Trainer,
    IReadOnlyList<string> Classes,
    IReadOnlyList<FeatureDocument> Features,
    string Digest)
{
    public const string FormatName = "modelpipeline-mlnet";
    public const int CurrentVersion = 1;

    public static ModelDocument Of(TrainingRequest request, Digest digest) => new(
        FormatName,
        CurrentVersion,
        request.Signature.Task.ToString(),
        request.Trainer,
        request.Signature.Classes,
        [.. request.Signature.Inputs.Select(FeatureDocument.Of)],
        digest.ToString());
}
