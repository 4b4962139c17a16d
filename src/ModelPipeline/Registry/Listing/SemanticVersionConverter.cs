using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelPipeline.Registry.Listing;

/// <summary>A version, written <c>1.2.3</c>.</summary>
internal sealed class SemanticVersionConverter : JsonConverter<SemanticVersion>
{
    public override SemanticVersion Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        SemanticVersion.TryParse(reader.GetString(), out var version) ? version : throw new JsonException($"{QuotedText.Of(reader.GetString() ?? "")} is not a version such as 1.2.3.");

    public override void Write(Utf8JsonWriter writer, SemanticVersion value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
