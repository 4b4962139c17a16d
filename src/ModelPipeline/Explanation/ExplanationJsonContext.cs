using System.Text.Json.Serialization;

namespace ModelPipeline.Explanation;

[JsonSerializable(typeof(ModelExplanation))]
internal sealed partial class ExplanationJsonContext : JsonSerializerContext;
