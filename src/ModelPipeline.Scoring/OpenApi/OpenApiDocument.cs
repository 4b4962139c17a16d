using System.Text.Json;
using ModelPipeline.Scoring.Hosting;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.OpenApi;

/// <summary>The OpenAPI 3.1 document of a served model. Equal for equal bundles.</summary>
internal static class OpenApiDocument
{
    public static byte[] Of(ServedModel model)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            Write(json, model.Bundle, ExampleRow.Of(model));
        return bytes.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ModelBundle bundle, ExampleRow example)
    {
        json.WriteStartObject();
        json.WriteString("openapi", "3.1.0");
        json.WriteStartObject("info");
        json.WriteString("title", bundle.Manifest.Name);
        json.WriteString("version", bundle.Digest.Short);
        json.WriteString("description", $"Scores rows with the model of the bundle {bundle.Digest}.");
        json.WriteEndObject();
        json.WriteStartArray("servers");
        json.WriteStartObject();
        json.WriteString("url", "./");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("paths");
        InvocationsPath.Write(json, bundle.Manifest.Signature, example);
        ProbePaths.Write(json);
        json.WriteEndObject();
        json.WriteStartObject("components");
        Schemas.Write(json, bundle.Manifest.Signature);
        WriteSecurity(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSecurity(Utf8JsonWriter json)
    {
        json.WriteStartObject("securitySchemes");
        json.WriteStartObject("bearer");
        json.WriteString("type", "http");
        json.WriteString("scheme", "bearer");
        json.WriteString("description", "The service's key, where it wants one.");
        json.WriteEndObject();
        json.WriteStartObject("header");
        json.WriteString("type", "apiKey");
        json.WriteString("in", "header");
        json.WriteString("name", "X-Api-Key");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
