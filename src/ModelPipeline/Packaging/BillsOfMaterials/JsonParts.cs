using System.Globalization;
using System.Text.Json;

namespace ModelPipeline.Packaging.BillsOfMaterials;

/// <summary>Parts of the form that several sections share.</summary>
internal static class JsonParts
{
    private const string Prefix = "modelpipeline:";

    /// <summary>Begins a component; the caller ends it.</summary>
    public static void WriteStartComponent(this Utf8JsonWriter json, string type, string reference, string name, string? version)
    {
        json.WriteStartObject();
        json.WriteString("type", type);
        json.WriteString("bom-ref", reference);
        json.WriteString("name", name);
        json.WriteKnown("version", version);
    }

    /// <summary>Writes a text where it is known.</summary>
    public static void WriteKnown(this Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
            json.WriteString(name, value);
    }

    /// <summary>Writes the digest of a component's bytes where it is known.</summary>
    public static void WriteHashes(this Utf8JsonWriter json, Digest? digest)
    {
        if (digest is not { } known)
            return;
        json.WriteStartArray("hashes");
        json.WriteStartObject();
        json.WriteString("alg", "SHA-256");
        json.WriteString("content", known.Hex);
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Writes a licence where it is known: by its SPDX identifier, else by its name.</summary>
    public static void WriteLicense(this Utf8JsonWriter json, string? license)
    {
        if (string.IsNullOrWhiteSpace(license))
            return;
        json.WriteStartArray("licenses");
        json.WriteStartObject();
        json.WriteStartObject("license");
        if (SpdxLicense.Find(license) is { } id)
            json.WriteString("id", id);
        else
            json.WriteString("name", license);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>Writes what the form has no place for, under names of our own.</summary>
    public static void WriteProperties(this Utf8JsonWriter json, IEnumerable<(string Name, object Value)> properties)
    {
        json.WriteStartArray("properties");
        foreach (var (name, value) in properties)
        {
            json.WriteStartObject();
            json.WriteString("name", Prefix + name);
            json.WriteString("value", TextOf(value));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the texts that are known; nothing where none is.</summary>
    public static void WriteTexts(this Utf8JsonWriter json, string name, params IEnumerable<string?> texts)
    {
        var known = texts.Where(text => !string.IsNullOrWhiteSpace(text)).ToList();
        if (known.Count == 0)
            return;
        json.WriteStartArray(name);
        foreach (var text in known)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <summary>A value as text: numbers in their shortest form that reads back as the same number, times in UTC.</summary>
    public static string TextOf(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFZ", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
