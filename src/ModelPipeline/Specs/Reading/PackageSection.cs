using System.Text.RegularExpressions;

namespace ModelPipeline.Specs.Reading;

/// <summary>Reads the section <c>package</c>.</summary>
internal static partial class PackageSection
{
    public static PackageSpec Read(Section package)
    {
        var image = package.Find("image");
        var name = image?.Text();
        if (name is not null && !ImageName().IsMatch(name))
            image!.Fault($"must be an image's name without a tag, such as ghcr.io/acme/churn, not {QuotedText.Of(name)}");
        return new PackageSpec
        {
            Image = name,
            Base = package.Find("base")?.Text() ?? PackageSpec.Scratch,
            Container = package.Find("container")?.Word(Words.ContainerUses) ?? default,
        };
    }

    /// <summary>The grammar of names in the OCI distribution specification, with a registry's host and port before it.</summary>
    [GeneratedRegex(@"^(?=.{1,255}\z)([a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?(:[0-9]{1,5})?/)?[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*(/[a-z0-9]+((\.|_|__|-+)[a-z0-9]+)*)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex ImageName();
}
