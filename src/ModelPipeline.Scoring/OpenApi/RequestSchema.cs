using System.Text.Json;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.OpenApi;

/// <summary>The schema of rows as JSON: one of three forms.</summary>
internal static class RequestSchema
{
    public static void Write(Utf8JsonWriter json, ModelSignature signature)
    {
        json.WriteStartObject("schema");
        json.WriteStartArray("oneOf");
        Form(json, "dataframe_records", () => Records(json));
        Form(json, "dataframe_split", () => Split(json));
        Form(json, "inputs", () =>
        {
            json.WriteStartArray("oneOf");
            json.WriteStartObject();
            Records(json);
            json.WriteEndObject();
            json.WriteStartObject();
            Columns(json, signature);
            json.WriteEndObject();
            json.WriteEndArray();
        });
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Form(Utf8JsonWriter json, string name, Action write)
    {
        json.WriteStartObject();
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject(name);
        write();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("required");
        json.WriteStringValue(name);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Records(Utf8JsonWriter json)
    {
        json.WriteString("type", "array");
        Schemas.WriteReference(json, "items", Schemas.Row);
    }

    private static void Split(Utf8JsonWriter json)
    {
        json.WriteString("type", "object");
        json.WritePropertyName("properties");
        json.WriteRawValue("""{"columns":{"type":"array","items":{"type":"string"}},"data":{"type":"array","items":{"type":"array","items":{"type":["number","string","null"]}}}}""");
        json.WritePropertyName("required");
        json.WriteRawValue("""["columns","data"]""");
    }

    private static void Columns(Utf8JsonWriter json, ModelSignature signature)
    {
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var input in signature.Inputs)
        {
            json.WriteStartObject(input.Name);
            json.WriteString("type", "array");
            json.WriteStartObject("items");
            Schemas.WriteValue(json, input);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
