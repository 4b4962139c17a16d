using System.Text.Json.Serialization;

namespace ModelPipeline.BatchScoring;

[JsonSerializable(typeof(Checkpoint))]
internal sealed partial class CheckpointJsonContext : JsonSerializerContext;
