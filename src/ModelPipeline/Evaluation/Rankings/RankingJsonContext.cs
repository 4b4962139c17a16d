using System.Text.Json.Serialization;

namespace ModelPipeline.Evaluation.Rankings;

[JsonSerializable(typeof(RankingDocument))]
internal sealed partial class RankingJsonContext : JsonSerializerContext;
