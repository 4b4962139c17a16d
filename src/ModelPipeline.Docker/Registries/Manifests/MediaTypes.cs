namespace ModelPipeline.Docker.Registries.Manifests;

/// <summary>The media types of the OCI image specification and of Docker's registries.</summary>
internal static class MediaTypes
{
    public const string OciManifest = "application/vnd.oci.image.manifest.v1+json";
    public const string OciIndex = "application/vnd.oci.image.index.v1+json";
    public const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
    public const string DockerList = "application/vnd.docker.distribution.manifest.list.v2+json";

    /// <summary>The layers that can be read: plain, or compressed with gzip.</summary>
    private static readonly string[] Layers =
    [
        "application/vnd.oci.image.layer.v1.tar",
        "application/vnd.oci.image.layer.v1.tar+gzip",
        "application/vnd.docker.image.rootfs.diff.tar",
        "application/vnd.docker.image.rootfs.diff.tar.gzip",
    ];

    /// <summary>What a registry may answer with when a manifest is asked for.</summary>
    public static IReadOnlyList<string> Accepted { get; } = [OciManifest, OciIndex, DockerManifest, DockerList];

    public static bool IsImage(string? type) => type is OciManifest or DockerManifest;

    public static bool IsIndex(string? type) => type is OciIndex or DockerList;

    public static bool IsLayer(string? type) => Layers.Contains(type);
}
