using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ModelPipeline.Specs;
using ModelPipeline.Training;

namespace ModelPipeline.Packaging.BillsOfMaterials;

/// <summary>
/// Writes what an image is made of as a bill of materials in the form CycloneDX 1.6 (https://cyclonedx.org/docs/1.6/json/): the image, the model
/// with its card, its data, and what is of other makers. It has no time: equal images give equal bytes.
/// </summary>
internal static class BillOfMaterials
{
    private static readonly JsonWriterOptions Form = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the bill.</summary>
    /// <param name="spec">The model's spec.</param>
    /// <param name="bundle">The model.</param>
    /// <param name="image">The image that serves it.</param>
    /// <returns>UTF-8 JSON with a line end behind it.</returns>
    public static byte[] Write(ModelSpec spec, ModelBundle bundle, BuiltImage image)
    {
        var components = ComponentSection.ListOf(image);
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, Form))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
            json.WriteString("bomFormat", "CycloneDX");
            json.WriteString("specVersion", "1.6");
            json.WriteString("serialNumber", "urn:uuid:" + SerialNumber.Of(image.Digest, bundle.Digest));
            json.WriteNumber("version", 1);
            json.WriteStartObject("metadata");
            json.WritePropertyName("component");
            ImageSection.Write(json, spec, image);
            json.WriteEndObject();
            json.WriteStartArray("components");
            ModelSection.Write(json, spec, bundle);
            DataSection.Write(json, spec, bundle.Manifest.Data);
            foreach (var component in components)
                ComponentSection.Write(json, component);
            json.WriteEndArray();
            json.WriteStartArray("dependencies");
            WriteDependency(json, References.Image, [References.Model, .. components.Select(component => component.Reference)]);
            WriteDependency(json, References.Model, [References.Data]);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return [.. bytes.WrittenSpan, (byte)'\n'];
    }

    private static void WriteDependency(Utf8JsonWriter json, string reference, IEnumerable<string> dependsOn)
    {
        json.WriteStartObject();
        json.WriteString("ref", reference);
        json.WriteStartArray("dependsOn");
        foreach (var other in dependsOn)
            json.WriteStringValue(other);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
