namespace ModelPipeline.Docker.Images;

/// <summary>Media types of images (OCI image specification 1.1, and Docker's of the same content).</summary>
internal static class MediaTypes
{
    public const string Index = "application/vnd.oci.image.index.v1+json";
    public const string DockerIndex = "application/vnd.docker.distribution.manifest.list.v2+json";
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";
    public const string DockerManifest = "application/vnd.docker.distribution.manifest.v2+json";
    public const string Config = "application/vnd.oci.image.config.v1+json";
    public const string Layer = "application/vnd.oci.image.layer.v1.tar+gzip";
    public const string DockerLayer = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    public const string PlainLayer = "application/vnd.oci.image.layer.v1.tar";
    public const string DockerPlainLayer = "application/vnd.docker.image.rootfs.diff.tar";

    /// <summary>Whether layers of this type are not compressed.</summary>
    public static bool IsPlain(string type) => type is PlainLayer or DockerPlainLayer;
}
