using System.Text.Json.Serialization;

namespace ModelPipeline.XGBoost.Persistence;

/// <summary>How <c>xgboost.json</c> is written and read: members in source order, none missing, none unknown.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(XGBoostDocument))]
internal sealed partial class XGBoostJsonContext : JsonSerializerContext;
