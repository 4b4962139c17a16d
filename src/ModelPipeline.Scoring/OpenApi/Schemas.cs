using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.OpenApi;

/// <summary>The schemas of rows, answers and refusals.</summary>
internal static class Schemas
{
    public const string Row = "#/components/schemas/Row";
    public const string Prediction = "#/components/schemas/Prediction";
    public const string Problem = "#/components/schemas/Problem";

    public static void Write(Utf8JsonWriter json, ModelSignature signature)
    {
        json.WriteStartObject("schemas");
        WriteRow(json, signature);
        WritePrediction(json, signature);
        WriteProblem(json);
        json.WriteEndObject();
    }

    /// <summary>Writes <c>"name": { "$ref": … }</c>.</summary>
    public static void WriteReference(Utf8JsonWriter json, string name, string reference)
    {
        json.WriteStartObject(name);
        json.WriteString("$ref", reference);
        json.WriteEndObject();
    }

    /// <summary>Writes the schema of an input's values as properties of an object that is open.</summary>
    public static void WriteValue(Utf8JsonWriter json, FeatureSignature input)
    {
        if (input.Type == ColumnType.Numeric)
        {
            WriteTypes(json, "number", "null");
            return;
        }

        WriteTypes(json, "string", "null");
        json.WriteStartArray("enum");
        foreach (var category in input.Categories)
            json.WriteStringValue(category);
        json.WriteNullValue();
        json.WriteEndArray();
    }

    private static void WriteRow(Utf8JsonWriter json, ModelSignature signature)
    {
        json.WriteStartObject("Row");
        json.WriteString("type", "object");
        json.WriteString("description", "One row; null is a missing value.");
        json.WriteStartObject("properties");
        foreach (var input in signature.Inputs)
        {
            json.WriteStartObject(input.Name);
            WriteValue(json, input);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteNames(json, "required", signature.Inputs.Select(input => input.Name));
        json.WriteBoolean("additionalProperties", false);
        json.WriteEndObject();
    }

    private static void WritePrediction(Utf8JsonWriter json, ModelSignature signature)
    {
        var isClassification = signature.Classes.Count > 0;
        json.WriteStartObject("Prediction");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        foreach (var output in signature.Outputs)
        {
            json.WriteStartObject(output);
            json.WriteString("type", "number");
            if (isClassification)
            {
                json.WriteNumber("minimum", 0);
                json.WriteNumber("maximum", 1);
            }

            json.WriteEndObject();
        }

        if (isClassification)
        {
            json.WriteStartObject("label");
            json.WriteString("type", "string");
            WriteNames(json, "enum", signature.Classes);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        WriteNames(json, "required", [.. signature.Outputs, .. isClassification ? ["label"] : Array.Empty<string>()]);
        json.WriteEndObject();
    }

    private static void WriteProblem(Utf8JsonWriter json)
    {
        json.WritePropertyName("Problem");
        json.WriteRawValue("""
            {"type":"object","description":"Why the request is refused (RFC 9457).","properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},"detail":{"type":"string"},
            "total":{"type":"integer","description":"How many faults the rows have."},"errors":{"type":"array","description":"The first of them.","items":{"type":"object","properties":
            {"row":{"type":"integer"},"column":{"type":"string"},"message":{"type":"string"}},"required":["message"]}}},"required":["title","status"]}
            """.ReplaceLineEndings(""));
    }

    private static void WriteTypes(Utf8JsonWriter json, params string[] types) => WriteNames(json, "type", types);

    private static void WriteNames(Utf8JsonWriter json, string property, IEnumerable<string> names)
    {
        json.WriteStartArray(property);
        foreach (var name in names)
            json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
