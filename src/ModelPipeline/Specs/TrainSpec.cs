using ModelPipeline.Training;

namespace ModelPipeline.Specs;

/// <summary>The section <c>train</c>: how the candidate is trained.</summary>
public sealed record TrainSpec
{
    /// <summary>What trains and scores the model, for example <c>linear</c>.</summary>
    public required string Engine { get; init; }

    /// <summary>The engine's algorithm, for example <c>logistic-regression</c>.</summary>
    public required string Trainer { get; init; }

    /// <summary>The seed of everything random in training.</summary>
    /// <value>Default: 7.</value>
    public long Seed { get; init; } = 7;

    /// <summary>The trainer's parameters, every default filled in.</summary>
    public required TrainerParameters Parameters { get; init; }
}
