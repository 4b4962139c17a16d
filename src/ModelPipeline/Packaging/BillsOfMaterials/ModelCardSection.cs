using System.Text.Json;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Packaging.BillsOfMaterials;

/// <summary>The model's card: words from the spec, the rest from the bundle; nothing for what nobody said or measured.</summary>
internal static class ModelCardSection
{
    public static void Write(Utf8JsonWriter json, ModelSpec spec, BundleManifest manifest)
    {
        json.WriteStartObject();
        WriteParameters(json, manifest);
        WriteMetrics(json, manifest.TestMetrics);
        json.WriteStartObject("considerations");
        json.WriteTexts("useCases", spec.Card.IntendedUse);
        json.WriteTexts("technicalLimitations", spec.Card.Limitations, string.IsNullOrWhiteSpace(spec.Card.OutOfScope) ? null : "Out of scope: " + spec.Card.OutOfScope);
        json.WriteEndObject();
        json.WriteProperties([("seed", manifest.Seed), .. manifest.Parameters.Values.Select(parameter => ("parameter:" + parameter.Key, parameter.Value))]);
        json.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter json, BundleManifest manifest)
    {
        json.WriteStartObject("modelParameters");
        json.WriteStartObject("approach");
        json.WriteString("type", "supervised");
        json.WriteEndObject();
        json.WriteString("task", JsonNamingPolicy.KebabCaseLower.ConvertName(manifest.Signature.Task.ToString()));
        json.WriteString("architectureFamily", manifest.Engine);
        json.WriteString("modelArchitecture", manifest.Trainer);
        json.WriteStartArray("datasets");
        json.WriteStartObject();
        json.WriteString("ref", References.Data);
        json.WriteEndObject();
        json.WriteEndArray();
        WriteFormats(json, "inputs", manifest.Signature.Inputs.Select(input => $"{input.Name}: {JsonNamingPolicy.KebabCaseLower.ConvertName(input.Type.ToString())}"));
        WriteFormats(json, "outputs", manifest.Signature.Outputs.Select(output => $"{output}: numeric"));
        json.WriteEndObject();
    }

    private static void WriteFormats(Utf8JsonWriter json, string name, IEnumerable<string> formats)
    {
        json.WriteStartArray(name);
        foreach (var format in formats)
        {
            json.WriteStartObject();
            json.WriteString("format", format);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMetrics(Utf8JsonWriter json, IReadOnlyDictionary<string, double> metrics)
    {
        json.WriteStartObject("quantitativeAnalysis");
        json.WriteStartArray("performanceMetrics");
        foreach (var (name, value) in metrics.OrderBy(metric => metric.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("type", name);
            json.WriteString("value", JsonParts.TextOf(value));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
