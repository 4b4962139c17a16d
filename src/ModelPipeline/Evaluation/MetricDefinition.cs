using ModelPipeline.Specs;

namespace ModelPipeline.Evaluation;

/// <summary>A metric of the closed list.</summary>
/// <param name="Name">The name in specs and evidence, for example <c>log_loss</c>.</param>
/// <param name="Title">The name for people, for example <c>Log loss</c>.</param>
/// <param name="HuggingFaceId">The metric's id on the Hugging Face hub.</param>
/// <param name="Tasks">The tasks that it is defined for.</param>
/// <param name="GreaterIsBetter">Whether a greater value is the better one.</param>
/// <param name="Minimum">The least possible value.</param>
/// <param name="Maximum">The greatest possible value.</param>
internal sealed record MetricDefinition(
    string Name,
    string Title,
    string HuggingFaceId,
    IReadOnlyList<ModelTask> Tasks,
    bool GreaterIsBetter,
    double Minimum,
    double Maximum);
