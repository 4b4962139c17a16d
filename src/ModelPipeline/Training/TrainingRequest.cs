using ModelPipeline.Data;

namespace ModelPipeline.Training;

/// <summary>What an engine is to train.</summary>
/// <param name="Signature">What the model reads and writes.</param>
/// <param name="Features">The training rows: the signature's inputs, no other column.</param>
/// <param name="Labels">Their true answers.</param>
/// <param name="Trainer">The engine's algorithm.</param>
/// <param name="Parameters">Its parameters, every default filled in.</param>
/// <param name="Seed">The seed of everything random.</param>
public sealed record TrainingRequest(
    ModelSignature Signature,
    Table Features,
    Labels Labels,
    string Trainer,
    TrainerParameters Parameters,
    long Seed)
{
    /// <summary>The folder that files named by parameters are relative to: the model's, or that of a bundle whose recipe is followed.</summary>
    /// <value>Default: the working directory.</value>
    public string Folder { get; init; } = "";

    /// <summary>The label's header.</summary>
    /// <value>Default: <c>label</c>.</value>
    public string Label { get; init; } = "label";
}
