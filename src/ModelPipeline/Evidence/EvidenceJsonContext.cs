using System.Text.Json.Serialization;

namespace ModelPipeline.Evidence;

[JsonSerializable(typeof(StepEvidence))]
internal sealed partial class EvidenceJsonContext : JsonSerializerContext;
