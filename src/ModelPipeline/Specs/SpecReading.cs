namespace ModelPipeline.Specs;

/// <summary>What reading a <c>model.yaml</c> gave.</summary>
/// <param name="Spec">The spec, or <see langword="null"/> where there is a fault.</param>
/// <param name="Faults">Every fault, in the order of their places; empty where there is a spec.</param>
public sealed record SpecReading(ModelSpec? Spec, IReadOnlyList<SpecFault> Faults);
