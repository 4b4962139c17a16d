using System.Text.Json.Serialization;
using ModelPipeline.Evidence;

namespace ModelPipeline.Training;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true,
    NewLine = "\n",
    Converters = [typeof(UtcTimeConverter)])]
[JsonSerializable(typeof(ProvenanceDocument))]
internal sealed partial class ProvenanceJsonContext : JsonSerializerContext;
