using ModelPipeline.Runs;
using ModelPipeline.Specs;

namespace ModelPipeline.Mutation;

/// <summary>A model and its data with a fault in them.</summary>
/// <param name="Spec">The model's spec.</param>
/// <param name="Judged">The rows that the steps read.</param>
internal sealed record FaultyData(ModelSpec Spec, RunData Judged)
{
    /// <summary>The rows that the candidate is trained on.</summary>
    /// <value>Default: the training rows of <see cref="Judged"/>.</value>
    public RunData Trained { get; init; } = Judged;
}
