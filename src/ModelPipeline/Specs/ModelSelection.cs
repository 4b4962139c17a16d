namespace ModelPipeline.Specs;

/// <summary>Which models a run is about.</summary>
/// <param name="Paths">The paths of their <c>model.yaml</c>, each once; empty where there is a fault.</param>
/// <param name="Faults">Everything that is wrong with the selection, one line each; empty where nothing is.</param>
public sealed record ModelSelection(IReadOnlyList<string> Paths, IReadOnlyList<string> Faults);
