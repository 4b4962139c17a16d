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
    long Seed);
