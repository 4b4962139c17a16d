using System.Text.Json.Serialization;

namespace ModelPipeline.Training;

[JsonSerializable(typeof(BundleManifest))]
internal sealed partial class BundleJsonContext : JsonSerializerContext;
