using System.Text.Json;
using System.Text.Json.Serialization;

namespace ModelPipeline.Evidence;

internal sealed class StatusConverter : JsonConverter<Status>
{
    public override Status Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        StatusNames.Parse(reader.GetString()) ?? throw new JsonException($"'{reader.GetString()}' is not a status.");

    public override void Write(Utf8JsonWriter writer, Status value, JsonSerializerOptions options) =>
        writer.WriteStringValue(StatusNames.Of(value));
}
