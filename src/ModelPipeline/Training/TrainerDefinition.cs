using ModelPipeline.Specs;

namespace ModelPipeline.Training;

/// <summary>An algorithm of an engine.</summary>
/// <param name="Name">The name that a spec calls it by, for example <c>ridge-regression</c>.</param>
/// <param name="Tasks">What it can predict.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record TrainerDefinition(
    string Name,
    IReadOnlyList<ModelTask> Tasks,
    IReadOnlyList<ParameterDefinition> Parameters)
{
    /// <summary>The values of the parameters that have a default, by name.</summary>
    public IReadOnlyDictionary<string, object> Defaults => new SortedDictionary<string, object>(
        Parameters.Where(parameter => parameter.Default is not null).ToDictionary(parameter => parameter.Name, parameter => parameter.Default!),
        StringComparer.Ordinal);
}
