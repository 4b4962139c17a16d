using System.Text.Json.Serialization;

namespace ModelPipeline.Linear.Persistence;

/// <summary>How <c>linear.json</c> is written and read: members in source order, none missing, none unknown.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(LinearModelDocument))]
internal sealed partial class LinearJsonContext : JsonSerializerContext;
