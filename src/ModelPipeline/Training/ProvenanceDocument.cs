using ModelPipeline.Runs;

namespace ModelPipeline.Training;

/// <summary>What <c>provenance.json</c> holds; outside the bundle and its digest.</summary>
internal sealed record ProvenanceDocument(string Bundle, Provenance Source, DateTimeOffset Started, long TrainingMs);
