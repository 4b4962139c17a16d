using System.Text.Json.Serialization;

namespace ModelPipeline.XGBoost.Persistence;

/// <summary>How the library's JSON is read: what is checked has to be there, the rest is skipped.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(TreesDocument))]
internal sealed partial class TreesJsonContext : JsonSerializerContext;
