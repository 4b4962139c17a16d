using System.Text.Json.Serialization;

namespace ModelPipeline.Registry.Listing;

[JsonSerializable(typeof(ModelRegistry))]
internal sealed partial class RegistryJsonContext : JsonSerializerContext;
