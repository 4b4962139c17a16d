using System.Text.Json;

namespace ModelPipeline.Docker.Images.Bases;

/// <summary>The one image for Linux on x86-64 in an archive.</summary>
/// <param name="Digest">The digest of its manifest, or of its configuration where it has no manifest.</param>
/// <param name="Config">Its configuration.</param>
/// <param name="Layers">The names of its layers in the archive, with the digests that they must have there; <see langword="null"/> where only the configuration says what they are.</param>
/// <param name="DiffIds">The digests of its uncompressed layers.</param>
internal sealed record ArchivedImage(Digest Digest, byte[] Config, IReadOnlyList<(string Name, Digest? Digest)> Layers, IReadOnlyList<Digest> DiffIds)
{
    private const int MostIndexes = 100;

    /// <summary>Finds it: by <c>index.json</c> of an OCI layout, else by <c>manifest.json</c> of <c>docker save</c>.</summary>
    /// <param name="tar">The archive.</param>
    /// <exception cref="InvalidDataException">It is not there, there are several, or the archive contradicts itself.</exception>
    public static ArchivedImage Find(ImageTar tar)
    {
        var image = tar.Has("index.json") ? OfLayout(tar) : OfDocker(tar);
        return image.Layers.Count == image.DiffIds.Count
            ? image
            : throw new InvalidDataException($"it has {image.Layers.Count} layers, and its configuration names {image.DiffIds.Count}");
    }

    private static ArchivedImage OfLayout(ImageTar tar)
    {
        var manifests = Manifests(tar, tar.Read("index.json"), []).Distinct().ToList();
        if (manifests.Count != 1)
            throw new InvalidDataException($"it holds {manifests.Count} images for linux/amd64, expected 1");
        using var manifest = JsonDocument.Parse(Blob(tar, manifests[0]));
        var config = Blob(tar, DigestOf(manifest.RootElement.GetProperty("config")));
        return new ArchivedImage(
            manifests[0],
            config,
            [.. manifest.RootElement.GetProperty("layers").EnumerateArray().Select(layer => (ImageDocuments.BlobPath(DigestOf(layer)), (Digest?)DigestOf(layer)))],
            DiffIdsOf(config));
    }

    private static IEnumerable<Digest> Manifests(ImageTar tar, byte[] index, HashSet<Digest> seen)
    {
        if (seen.Count > MostIndexes)
            throw new InvalidDataException($"it holds more than {MostIndexes} indexes");
        using var document = JsonDocument.Parse(index);
        var found = new List<Digest>();
        foreach (var item in document.RootElement.GetProperty("manifests").EnumerateArray())
        {
            var type = item.TryGetProperty("mediaType", out var text) ? text.GetString() : MediaTypes.Manifest;
            if (type is MediaTypes.Index or MediaTypes.DockerIndex)
            {
                if (seen.Add(DigestOf(item)))
                    found.AddRange(Manifests(tar, Blob(tar, DigestOf(item)), seen));
            }
            else if (type is MediaTypes.Manifest or MediaTypes.DockerManifest && IsForUs(item))
            {
                found.Add(DigestOf(item));
            }
        }

        return found;
    }

    /// <summary>A manifest without a platform is taken: what it is for, its configuration says.</summary>
    private static bool IsForUs(JsonElement item) =>
        !item.TryGetProperty("platform", out var platform)
        || (platform.GetProperty("os").GetString() == "linux" && platform.GetProperty("architecture").GetString() == "amd64");

    private static ArchivedImage OfDocker(ImageTar tar)
    {
        using var list = JsonDocument.Parse(tar.Read("manifest.json"));
        if (list.RootElement.GetArrayLength() != 1)
            throw new InvalidDataException($"it holds {list.RootElement.GetArrayLength()} images, expected 1");
        var config = tar.Read(list.RootElement[0].GetProperty("Config").GetString() ?? "");
        return new ArchivedImage(
            Digest.Of(config), config, [.. list.RootElement[0].GetProperty("Layers").EnumerateArray().Select(layer => (layer.GetString() ?? "", (Digest?)null))], DiffIdsOf(config));
    }

    private static IReadOnlyList<Digest> DiffIdsOf(byte[] config)
    {
        using var document = JsonDocument.Parse(config);
        return [.. document.RootElement.GetProperty("rootfs").GetProperty("diff_ids").EnumerateArray().Select(item => Digest.Parse(item.GetString() ?? ""))];
    }

    private static Digest DigestOf(JsonElement descriptor) => Digest.Parse(descriptor.GetProperty("digest").GetString() ?? "");

    private static byte[] Blob(ImageTar tar, Digest digest)
    {
        var bytes = tar.Read(ImageDocuments.BlobPath(digest));
        return Digest.Of(bytes) == digest ? bytes : throw new InvalidDataException($"the blob {digest} has other bytes than its digest says");
    }
}
