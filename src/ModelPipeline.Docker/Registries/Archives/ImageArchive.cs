using System.Formats.Tar;
using ModelPipeline.Docker.Registries.Manifests;

namespace ModelPipeline.Docker.Registries.Archives;

/// <summary>An image in an OCI layout, in a tar archive.</summary>
/// <param name="Digest">The digest of its manifest.</param>
/// <param name="MediaType">The manifest's media type.</param>
/// <param name="Manifest">The manifest's bytes.</param>
/// <param name="Blobs">Its configuration and its layers, each once.</param>
internal sealed record ImageArchive(Digest Digest, string MediaType, ReadOnlyMemory<byte> Manifest, IReadOnlyList<ArchivedBlob> Blobs)
{
    private const string IndexFile = "index.json";
    private const string BlobFolder = "blobs/sha256/";
    private const int MostEntries = 10_000;

    /// <summary>Finds the image in an archive. Layers are not read.</summary>
    /// <param name="path">The archive's path.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InputException">There is no archive, or it is not as it should be.</exception>
    public static async Task<ImageArchive> OpenAsync(string path, CancellationToken cancellation)
    {
        try
        {
            var files = await ListAsync(path, cancellation);
            var index = Require(files, IndexFile);
            await using var stream = File.OpenRead(path);
            stream.Position = index.Offset;
            var bytes = new byte[index.Length <= ManifestDocument.LongestBytes ? index.Length : throw new InvalidDataException($"its {IndexFile} is too large")];
            await stream.ReadExactlyAsync(bytes, cancellation);
            return await ReadAsync(path, files, ManifestDocument.Read(bytes), cancellation);
        }
        catch (Exception fault) when (fault is InvalidDataException or FormatException or EndOfStreamException or FileNotFoundException or DirectoryNotFoundException or ArgumentException)
        {
            throw new InputException($"The image's archive '{path}' cannot be used: {QuotedText.Escape(fault.Message, 300).TrimEnd('.')}. Run the target Package again.", fault);
        }
    }

    private static async Task<ImageArchive> ReadAsync(string path, Dictionary<string, (long Offset, long Length)> files, ManifestDocument index, CancellationToken cancellation)
    {
        if (index.Manifests is not [{ } entry] || !MediaTypes.IsImage(entry.MediaType))
            throw new InvalidDataException($"its {IndexFile} does not name exactly one image");
        var bytes = await Blob(entry).ReadAsync(ManifestDocument.LongestBytes, cancellation);
        var manifest = ManifestDocument.Read(bytes);
        var blobs = manifest.RequireLayers().Prepend(manifest.RequireConfig()).Select(Blob).DistinctBy(blob => blob.Digest);
        return new ImageArchive(entry.Identify(), entry.MediaType!, bytes, [.. blobs]);

        ArchivedBlob Blob(Descriptor part)
        {
            var digest = part.Identify();
            var (offset, length) = Require(files, BlobFolder + digest.Hex);
            return length == part.Size ? new ArchivedBlob(path, digest, offset, length) : throw new InvalidDataException($"the blob {digest} has {length} bytes, not {part.Size}");
        }
    }

    /// <summary>Where the content of each file is.</summary>
    private static async Task<Dictionary<string, (long Offset, long Length)>> ListAsync(string path, CancellationToken cancellation)
    {
        var files = new Dictionary<string, (long Offset, long Length)>(StringComparer.Ordinal);
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using var reader = new TarReader(stream);
        while (await reader.GetNextEntryAsync(copyData: false, cancellation) is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile))
                continue;
            if (entry.Length > stream.Length - entry.DataOffset)
                throw new InvalidDataException("it is cut off");
            var name = entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
            if (!files.TryAdd(name, (entry.DataOffset, entry.Length)) || files.Count > MostEntries)
                throw new InvalidDataException($"it has {QuotedText.Of(name)} twice, or more than {MostEntries} files");
        }

        return files;
    }

    private static (long Offset, long Length) Require(Dictionary<string, (long Offset, long Length)> files, string name) =>
        files.TryGetValue(name, out var file) ? file : throw new InvalidDataException($"{name} is missing");
}
