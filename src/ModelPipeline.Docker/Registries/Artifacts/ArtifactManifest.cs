using System.Text.Json;
using ModelPipeline.Docker.Registries.Archives;
using ModelPipeline.Docker.Registries.Manifests;

namespace ModelPipeline.Docker.Registries.Artifacts;

/// <summary>The manifest of an artifact of one layer, as the OCI image specification 1.1 has it.</summary>
internal static class ArtifactManifest
{
    private const string Type = "application/vnd.modelpipeline.artifact";
    private const string EmptyType = "application/vnd.oci.empty.v1+json";

    /// <summary>The configuration of what needs none.</summary>
    public static byte[] EmptyConfig { get; } = [.. "{}"u8];

    /// <summary>The tag that an artifact is found by: a digest cannot be one.</summary>
    public static string TagOf(Digest digest) => "sha256-" + digest.Hex;

    public static RegistryManifest Write(string name, ArchivedBlob blob)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 2);
            json.WriteString("mediaType", MediaTypes.OciManifest);
            json.WriteString("artifactType", Type);
            json.WriteStartObject("config");
            WritePart(json, EmptyType, Digest.Of(EmptyConfig), EmptyConfig.Length);
            json.WriteEndObject();
            json.WriteStartArray("layers");
            json.WriteStartObject();
            WritePart(json, "application/octet-stream", blob.Digest, blob.Length);
            json.WriteStartObject("annotations");
            json.WriteString("org.opencontainers.image.title", name);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        var manifest = bytes.ToArray();
        return new RegistryManifest(Digest.Of(manifest), MediaTypes.OciManifest, manifest);
    }

    /// <exception cref="InvalidDataException">The manifest is of something else.</exception>
    public static Descriptor LayerOf(RegistryManifest manifest, Digest digest) =>
        ManifestDocument.Read(manifest.Bytes).Layers is [{ } layer] && layer.Identify() == digest
            ? layer
            : throw new InvalidDataException($"The tag {TagOf(digest)} is of something else than the artifact {digest}.");

    private static void WritePart(Utf8JsonWriter json, string type, Digest digest, long bytes)
    {
        json.WriteString("mediaType", type);
        json.WriteString("digest", digest.ToString());
        json.WriteNumber("size", bytes);
    }
}
