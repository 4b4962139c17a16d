using System.Formats.Tar;
using System.Text;
using ModelPipeline.Docker.Images.Layers;

namespace ModelPipeline.Docker.Images;

/// <summary>Writes an image as an archive: an OCI layout with Docker's <c>manifest.json</c>.</summary>
/// <param name="digests">The digests of files.</param>
internal sealed class ImageArchive(FileDigests digests)
{
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode FolderMode = FileMode | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Writes an archive, unless it is there already byte for byte.</summary>
    /// <param name="image">The image.</param>
    /// <param name="path">The archive's path.</param>
    /// <param name="records">A folder that remembers the digests of archives.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops the writing; nothing half-written is left.</param>
    /// <exception cref="IOException">It cannot be written; an old archive is untouched.</exception>
    public void Write(ImageParts image, string path, string records, IProgress<string> progress, CancellationToken cancellation)
    {
        var record = Path.Combine(records, image.Key.Hex);
        if (File.Exists(path) && File.Exists(record) && digests.Of(path).ToString() == File.ReadAllText(record))
            return;

        progress.Report("writing the image");
        Digest digest = default;
        WholeFile.Write(Path.GetDirectoryName(Path.GetFullPath(path))!, file =>
        {
            using var hashing = new HashingStream(file);
            Write(image, hashing, cancellation);
            digest = hashing.Digest;
            return Path.GetFileName(path);
        });
        WholeFile.Write(records, file =>
        {
            file.Write(Encoding.ASCII.GetBytes(digest.ToString()));
            return image.Key.Hex;
        });
    }

    private static void Write(ImageParts image, Stream destination, CancellationToken cancellation)
    {
        using var tar = new TarWriter(destination, TarEntryFormat.Gnu, leaveOpen: true);
        Add("oci-layout", new MemoryStream("""{"imageLayoutVersion":"1.0.0"}"""u8.ToArray()));
        Add("index.json", new MemoryStream(image.Index));
        Add("manifest.json", new MemoryStream(image.DockerList));
        tar.WriteEntry(LayerTar.Header(TarEntryType.Directory, "blobs/", FolderMode));
        tar.WriteEntry(LayerTar.Header(TarEntryType.Directory, "blobs/sha256/", FolderMode));
        Add(ImageDocuments.BlobPath(Digest.Of(image.Manifest)), new MemoryStream(image.Manifest));
        Add(ImageDocuments.BlobPath(Digest.Of(image.Config)), new MemoryStream(image.Config));
        foreach (var layer in image.Layers.DistinctBy(layer => layer.Digest))
            Add(ImageDocuments.BlobPath(layer.Digest), File.OpenRead(layer.File));

        void Add(string name, Stream content)
        {
            cancellation.ThrowIfCancellationRequested();
            using (content)
            {
                var entry = LayerTar.Header(TarEntryType.RegularFile, name, FileMode);
                entry.DataStream = content;
                tar.WriteEntry(entry);
            }
        }
    }
}
