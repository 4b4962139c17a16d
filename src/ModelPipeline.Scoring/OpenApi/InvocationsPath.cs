using System.Text.Json;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.OpenApi;

/// <summary>The path that scores rows, with an example in each of its forms.</summary>
internal static class InvocationsPath
{
    private const string Json = "application/json";
    private const string Csv = "text/csv";
    private const string Lines = "application/x-ndjson";

    public static void Write(Utf8JsonWriter json, ModelSignature signature, ExampleRow example)
    {
        var examples = new Examples(signature, example);
        json.WriteStartObject("/invocations");
        json.WriteStartObject("post");
        json.WriteString("operationId", "score");
        json.WriteString("summary", "Scores rows.");
        json.WriteStartArray("security");
        json.WriteRawValue("""{}""");
        json.WriteRawValue("""{"bearer":[]}""");
        json.WriteRawValue("""{"header":[]}""");
        json.WriteEndArray();
        WriteRequest(json, signature, examples);
        WriteResponses(json, examples);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, ModelSignature signature, Examples examples)
    {
        json.WriteStartObject("requestBody");
        json.WriteBoolean("required", true);
        json.WriteStartObject("content");
        json.WriteStartObject(Json);
        RequestSchema.Write(json, signature);
        json.WriteStartObject("examples");
        Example(json, "dataframe_records", examples.WriteRecords);
        Example(json, "dataframe_split", examples.WriteSplit);
        Example(json, "inputs", examples.WriteInputs);
        json.WriteEndObject();
        json.WriteEndObject();
        WriteText(json, Csv, "A header and one row a line.", examples.Csv());
        WriteText(json, Lines, "One row a line, as a JSON object; answered line by line.", Examples.Line(examples.WriteRow));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteResponses(Utf8JsonWriter json, Examples examples)
    {
        json.WriteStartObject("responses");
        json.WriteStartObject("200");
        json.WriteString("description", "One prediction a row, in the rows' order.");
        json.WriteStartObject("content");
        json.WriteStartObject(Json);
        json.WriteStartObject("schema");
        json.WriteString("type", "object");
        json.WriteStartObject("properties");
        json.WriteStartObject("predictions");
        json.WriteString("type", "array");
        Schemas.WriteReference(json, "items", Schemas.Prediction);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WritePropertyName("required");
        json.WriteRawValue("""["predictions"]""");
        json.WriteEndObject();
        json.WritePropertyName("example");
        examples.WriteAnswer(json);
        json.WriteEndObject();
        WriteText(json, Lines, "One prediction a line, where the rows came so.", Examples.Line(examples.WritePrediction));
        json.WriteEndObject();
        json.WriteEndObject();
        foreach (var status in Statuses.Refusals)
            WriteRefusal(json, status);
        json.WriteEndObject();
    }

    private static void WriteRefusal(Utf8JsonWriter json, string status)
    {
        json.WriteStartObject(status);
        json.WriteString("description", Statuses.Describe(status));
        json.WriteStartObject("content");
        json.WriteStartObject("application/problem+json");
        Schemas.WriteReference(json, "schema", Schemas.Problem);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string contentType, string description, string example)
    {
        json.WriteStartObject(contentType);
        json.WriteStartObject("schema");
        json.WriteString("type", "string");
        json.WriteString("description", description);
        json.WriteEndObject();
        json.WriteString("example", example);
        json.WriteEndObject();
    }

    private static void Example(Utf8JsonWriter json, string name, Action<Utf8JsonWriter> write)
    {
        json.WriteStartObject(name);
        json.WritePropertyName("value");
        write(json);
        json.WriteEndObject();
    }
}
