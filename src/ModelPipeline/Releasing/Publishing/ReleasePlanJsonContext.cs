using System.Text.Json.Serialization;

namespace ModelPipeline.Releasing.Publishing;

[JsonSerializable(typeof(ReleasePlan))]
internal sealed partial class ReleasePlanJsonContext : JsonSerializerContext;
