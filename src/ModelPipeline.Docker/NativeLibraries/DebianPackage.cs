namespace ModelPipeline.Docker.NativeLibraries;

/// <summary>A package of Debian or a system made from it.</summary>
/// <param name="Name">Its name, for example <c>libc6</c>.</param>
/// <param name="Version">Its version, for example <c>2.36-9+deb12u10</c>.</param>
/// <param name="Architecture">Its architecture, for example <c>amd64</c>.</param>
internal sealed record DebianPackage(string Name, string Version, string Architecture)
{
    /// <summary>Its package URL (purl), with the vendor of the distribution.</summary>
    /// <param name="vendor">For example <c>debian</c>.</param>
    public string PackageUrl(string vendor) => $"pkg:deb/{vendor}/{Uri.EscapeDataString(Name)}@{Uri.EscapeDataString(Version)}?arch={Architecture}";
}
