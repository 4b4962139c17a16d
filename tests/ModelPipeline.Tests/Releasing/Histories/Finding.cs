using ModelPipeline.Releasing;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>Something that holds a release back.</summary>
internal sealed record Finding(GateDecision Decision, string Why);
