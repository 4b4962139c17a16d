using System.Text.Json;
using ModelPipeline.Specs;

namespace ModelPipeline.Packaging.BillsOfMaterials;

/// <summary>The image, which the bill is of.</summary>
internal static class ImageSection
{
    public static void Write(Utf8JsonWriter json, ModelSpec spec, BuiltImage image)
    {
        var (name, tag) = Divide(image.Reference);
        json.WriteStartComponent("container", References.Image, name, tag);
        json.WriteString("description", spec.Description);
        json.WriteHashes(image.Digest);
        json.WriteString("purl", PackageUrl(name, tag, image.Digest));
        json.WriteProperties(
        [
            ("image_id", image.Id),
            .. image.Layers.Select(layer => ("layer:" + layer.Name, (object)layer.Digest)),
        ]);
        json.WriteEndObject();
    }

    /// <summary>The package URL of an image in a registry (type <c>oci</c> of https://github.com/package-url/purl-spec).</summary>
    private static string PackageUrl(string name, string? tag, Digest digest)
    {
        var parts = name.Split('/');
        var hasRegistry = parts.Length > 1 && (parts[0].AsSpan().IndexOfAny('.', ':') >= 0 || parts[0] == "localhost");
        List<string> qualifiers = hasRegistry ? ["repository_url=" + Uri.EscapeDataString(name)] : [];
        if (tag is not null)
            qualifiers.Add("tag=" + Uri.EscapeDataString(tag));
        var query = qualifiers.Count == 0 ? "" : "?" + string.Join('&', qualifiers);
        return $"pkg:oci/{Uri.EscapeDataString(parts[^1])}@{Uri.EscapeDataString(digest.ToString())}{query}";
    }

    private static (string Name, string? Tag) Divide(string reference) =>
        reference.LastIndexOf(':') is var colon && colon > reference.LastIndexOf('/') ? (reference[..colon], reference[(colon + 1)..]) : (reference, null);
}
