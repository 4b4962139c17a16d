using System.Text;
using System.Text.Json.Nodes;
using ModelPipeline.Docker.Images.Layers;

namespace ModelPipeline.Docker.Images;

/// <summary>Writes an image's manifest, and the two files that list the images of an archive (OCI image specification 1.1; <c>manifest.json</c> is Docker's).</summary>
internal static class ImageDocuments
{
    /// <summary>The manifest.</summary>
    public static byte[] Manifest(byte[] config, IReadOnlyList<LayerBlob> layers, IEnumerable<KeyValuePair<string, string>> annotations) => Bytes(new JsonObject
    {
        ["schemaVersion"] = 2,
        ["mediaType"] = MediaTypes.Manifest,
        ["config"] = Descriptor(MediaTypes.Config, Digest.Of(config), config.Length),
        ["layers"] = new JsonArray([.. layers.Select(layer => (JsonNode)Descriptor(layer.MediaType, layer.Digest, layer.Bytes))]),
        ["annotations"] = ImageDescription.ToJson(annotations),
    });

    /// <summary>The archive's <c>index.json</c>.</summary>
    /// <param name="manifest">The manifest.</param>
    /// <param name="name">The image's name.</param>
    /// <param name="tag">Its tag.</param>
    public static byte[] Index(byte[] manifest, string name, string tag)
    {
        var descriptor = Descriptor(MediaTypes.Manifest, Digest.Of(manifest), manifest.Length);
        descriptor["annotations"] = new JsonObject { ["io.containerd.image.name"] = $"{FullName(name)}:{tag}", ["org.opencontainers.image.ref.name"] = tag };
        descriptor["platform"] = new JsonObject { ["architecture"] = "amd64", ["os"] = "linux" };
        return Bytes(new JsonObject { ["schemaVersion"] = 2, ["mediaType"] = MediaTypes.Index, ["manifests"] = new JsonArray(descriptor) });
    }

    /// <summary>The archive's <c>manifest.json</c>, without which Docker before 25 refuses an archive.</summary>
    public static byte[] DockerList(byte[] config, IEnumerable<LayerBlob> layers, string reference) => Bytes(new JsonArray(new JsonObject
    {
        ["Config"] = BlobPath(Digest.Of(config)),
        ["RepoTags"] = new JsonArray(reference),
        ["Layers"] = ImageDescription.ToJson(layers.Select(layer => BlobPath(layer.Digest))),
    }));

    /// <summary>Where an archive has the blob of a digest.</summary>
    public static string BlobPath(Digest digest) => $"blobs/sha256/{digest.Hex}";

    private static JsonObject Descriptor(string mediaType, Digest digest, long size) => new() { ["mediaType"] = mediaType, ["digest"] = digest.ToString(), ["size"] = size };

    /// <summary>The name with its registry, as containerd keeps it: Docker leaves out its own.</summary>
    private static string FullName(string name) => name.Split('/') switch
    {
        [var only] => $"docker.io/library/{only}",
        [var first, ..] when first.AsSpan().ContainsAny('.', ':') || first == "localhost" => name,
        _ => $"docker.io/{name}",
    };

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString());
}
