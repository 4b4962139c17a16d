using ModelPipeline.Linear.Preprocessing;

namespace ModelPipeline.Linear;

/// <summary>All that determines a linear model's predictions.</summary>
/// <param name="Trainer">What trained it.</param>
/// <param name="Encodings">How each feature becomes columns, in the signature's order.</param>
/// <param name="Intercepts">One a linear function: one for binary tasks and regression, one a class for multiclass.</param>
/// <param name="Weights">For each linear function one a column, in the order of <paramref name="Encodings"/>.</param>
internal sealed record LinearModel(
    string Trainer,
    IReadOnlyList<FeatureEncoding> Encodings,
    IReadOnlyList<double> Intercepts,
    IReadOnlyList<IReadOnlyList<double>> Weights);
