namespace ModelPipeline.Packaging;

/// <summary>Something of another maker in an image.</summary>
/// <param name="Name">Its name, for example <c>libgomp.so.1</c> or <c>Microsoft.NETCore.App</c>.</param>
/// <param name="Version">Its version, for example that of the Debian package it came from; <see langword="null"/> where it is not known.</param>
/// <param name="PackageUrl">Its package URL (purl), for example <c>pkg:nuget/MathNet.Numerics@5.0.0</c>; <see langword="null"/> where it is not known.</param>
/// <param name="Digest">The digest of its file; <see langword="null"/> for what is not one file.</param>
public sealed record ImageComponent(string Name, string? Version, string? PackageUrl, Digest? Digest)
{
    /// <summary>Its licence, by its SPDX identifier where it has one.</summary>
    /// <value>Default: not known.</value>
    public string? License { get; init; }
}
