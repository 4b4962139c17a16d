using System.Text.Json.Serialization;

namespace ModelPipeline.Registry;

[JsonSerializable(typeof(ReleaseDocument))]
internal sealed partial class ReleaseJsonContext : JsonSerializerContext;
