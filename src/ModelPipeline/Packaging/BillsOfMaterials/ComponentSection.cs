using System.Globalization;
using System.Text.Json;
using ModelPipeline.Specs;

namespace ModelPipeline.Packaging.BillsOfMaterials;

/// <summary>What an image is made of beside the model: its base, and libraries and files of other makers.</summary>
internal static class ComponentSection
{
    private static readonly string[] Frameworks = ["Microsoft.NETCore.App", "Microsoft.AspNetCore.App"];

    /// <summary>The components of an image, its base first.</summary>
    /// <param name="image">The image.</param>
    public static IReadOnlyList<BillComponent> ListOf(BuiltImage image)
    {
        IEnumerable<(string Type, ImageComponent Component)> parts = image.Components.Select(component => (TypeOf(component), component));
        if (image.Base != PackageSpec.Scratch)
            parts = parts.Prepend(("container", BaseOf(image.Base)));
        return [.. parts.Select((part, i) => new BillComponent(string.Create(CultureInfo.InvariantCulture, $"component-{i + 1}"), part.Type, part.Component))];
    }

    public static void Write(Utf8JsonWriter json, BillComponent part)
    {
        var component = part.Component;
        json.WriteStartComponent(part.Type, part.Reference, component.Name, component.Version);
        json.WriteHashes(component.Digest);
        json.WriteLicense(component.License);
        json.WriteKnown("purl", component.PackageUrl);
        json.WriteEndObject();
    }

    private static string TypeOf(ImageComponent component) => component switch
    {
        { PackageUrl: { } url } when url.StartsWith("pkg:deb/", StringComparison.Ordinal) && component.Name == "base-files" => "operating-system",
        _ when Frameworks.Any(name => component.Name == name || component.Name.StartsWith(name + ".", StringComparison.Ordinal)) => "framework",
        _ => "library",
    };

    /// <summary>The base, its version the digest that stands behind its name; of an archive the file's name, not where this machine has it.</summary>
    private static ImageComponent BaseOf(string text)
    {
        var reference = Path.IsPathRooted(text) ? Path.GetFileName(text) : text;
        return reference.LastIndexOf('@') is >= 0 and var at && Digest.TryParse(reference[(at + 1)..], out var digest)
            ? new ImageComponent(reference[..at], digest.ToString(), null, digest)
            : new ImageComponent(reference, null, null, null);
    }
}
