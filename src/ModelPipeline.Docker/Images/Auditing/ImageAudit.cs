using System.Formats.Tar;
using System.Text.Json;
using ModelPipeline.Docker.Images.Layers;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Images.Auditing;

/// <summary>Reads an image's archive from nothing but the archive, and says what is wrong with it.</summary>
internal static class ImageAudit
{
    private const string Blobs = "blobs/sha256/";

    /// <summary>The faults, a sentence each.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="expected">What the builder said of it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public static IReadOnlyList<string> FaultsOf(string archive, BuiltImage expected, CancellationToken cancellation)
    {
        try
        {
            var files = Read(archive, cancellation);
            return [.. LayoutFaults(files), .. DocumentFaults(files, expected)];
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return [$"The image's archive cannot be read: {QuotedText.Escape(fault.Message, 400)}"];
        }
    }

    private static Dictionary<string, AuditedBlob> Read(string archive, CancellationToken cancellation)
    {
        var files = new Dictionary<string, AuditedBlob>(StringComparer.Ordinal);
        var reader = new LayerReader();
        using var tar = new TarReader(File.OpenRead(archive));
        while (tar.GetNextEntry() is { } entry)
        {
            cancellation.ThrowIfCancellationRequested();
            if (entry.EntryType == TarEntryType.RegularFile && !files.TryAdd(entry.Name, AuditedBlob.Read(entry, reader, cancellation)))
                throw new InvalidDataException($"it holds {QuotedText.Of(entry.Name)} twice");
        }

        return files;
    }

    private static IEnumerable<string> LayoutFaults(Dictionary<string, AuditedBlob> files)
    {
        using var layout = JsonDocument.Parse(files["oci-layout"].Text);
        if (layout.RootElement.GetProperty("imageLayoutVersion").GetString() != "1.0.0")
            yield return "The archive's oci-layout names another version than 1.0.0.";
        foreach (var (name, blob) in files.Where(file => file.Key.StartsWith(Blobs, StringComparison.Ordinal) && file.Key[Blobs.Length..] != file.Value.Digest.Hex))
            yield return $"The blob {QuotedText.Escape(name)} has the digest {blob.Digest}.";
    }

    private static List<string> DocumentFaults(Dictionary<string, AuditedBlob> files, BuiltImage expected)
    {
        var faults = new List<string>();
        using var index = JsonDocument.Parse(files["index.json"].Text);
        var manifests = index.RootElement.GetProperty("manifests");
        if (manifests.GetArrayLength() != 1)
            return [$"The archive's index.json lists {manifests.GetArrayLength()} images, expected 1."];
        if (manifests[0].GetProperty("digest").GetString() != expected.Digest.ToString())
            faults.Add($"The archive's image is {QuotedText.Escape(manifests[0].GetProperty("digest").GetString() ?? "")}, expected {expected.Digest}.");

        using var manifest = JsonDocument.Parse(Blob(manifests[0]).Text);
        var config = Blob(manifest.RootElement.GetProperty("config"));
        if (config.Digest != expected.Id)
            faults.Add($"The image's configuration is {config.Digest}, expected {expected.Id}.");
        AuditedBlob[] layers = [.. manifest.RootElement.GetProperty("layers").EnumerateArray().Select(Blob)];
        if (!layers.Select(layer => layer.Digest).SequenceEqual(expected.Layers.Select(layer => layer.Digest)))
            faults.Add("The image's layers are not those that were built.");

        using var configuration = JsonDocument.Parse(config.Text);
        faults.AddRange(DockerFaults(files, config, layers, expected));
        faults.AddRange(ConfigAudit.FaultsOf(configuration.RootElement, layers, expected));
        faults.AddRange(FileSystemAudit.FaultsOf(configuration.RootElement, layers));
        return faults;

        AuditedBlob Blob(JsonElement descriptor)
        {
            var digest = Digest.Parse(descriptor.GetProperty("digest").GetString() ?? "");
            var blob = files.GetValueOrDefault(Blobs + digest.Hex) ?? throw new InvalidDataException($"the blob {digest} is missing");
            if (blob.Bytes != descriptor.GetProperty("size").GetInt64())
                faults.Add($"The blob {digest} has {blob.Bytes} bytes, and not as many as the archive says.");
            return blob;
        }
    }

    private static IEnumerable<string> DockerFaults(Dictionary<string, AuditedBlob> files, AuditedBlob config, AuditedBlob[] layers, BuiltImage expected)
    {
        using var list = JsonDocument.Parse(files["manifest.json"].Text);
        var item = list.RootElement[0];
        if (item.GetProperty("Config").GetString() != Blobs + config.Digest.Hex
            || !Texts(item.GetProperty("Layers")).SequenceEqual(layers.Select(layer => Blobs + layer.Digest.Hex)))
            yield return "The archive's manifest.json names other blobs than its index.json.";
        if (!Texts(item.GetProperty("RepoTags")).SequenceEqual([expected.Reference]))
            yield return $"The archive's manifest.json gives the image another name than {QuotedText.Escape(expected.Reference)}.";
    }

    private static IEnumerable<string?> Texts(JsonElement array) => array.EnumerateArray().Select(item => item.GetString());
}
