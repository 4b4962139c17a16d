using System.Text.Json.Serialization;

namespace ModelPipeline.Training;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(ProvenanceDocument))]
internal sealed partial class ProvenanceJsonContext : JsonSerializerContext;
