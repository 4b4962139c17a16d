using System.Globalization;
using System.Text;

namespace ModelPipeline.Docker.Images.Layers;

/// <summary>Keeps layers by what determines their bytes. Several processes may use one folder at once, and it may be deleted at any time.</summary>
/// <param name="folder">The folder.</param>
/// <param name="digests">The digests of files.</param>
internal sealed class LayerCache(string folder, FileDigests digests)
{
    /// <summary>The folder of blobs by content, one file each, named by the digest's hexadecimal digits.</summary>
    public string Blobs { get; } = Path.Combine(folder, "blobs");

    /// <summary>The layer of a content: the one that an earlier build made where its bytes are still right, else a new one.</summary>
    /// <param name="content">The content.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops it; nothing half-written is left.</param>
    /// <exception cref="IOException">The layer cannot be written.</exception>
    public LayerBlob Get(LayerContent content, IProgress<string> progress, CancellationToken cancellation)
    {
        if (Find(content.Name, content.Key) is { } cached)
            return cached;
        progress.Report($"compressing the layer {content.Name}");
        Digest compressed = default, diffId = default;
        long bytes = 0;
        var blob = WholeFile.Write(Blobs, file =>
        {
            (compressed, diffId) = GzipBlob.Write(file, stream => LayerTar.Write(content, stream, cancellation));
            bytes = file.Length;
            return compressed.Hex;
        });
        Remember(content.Key, compressed, diffId, bytes);
        return new LayerBlob(content.Name, compressed, diffId, bytes, blob, MediaTypes.Layer, IsCached: false);
    }

    /// <summary>Remembers which blob holds a layer.</summary>
    /// <param name="key">What determines the blob's bytes.</param>
    /// <param name="compressed">The blob's digest.</param>
    /// <param name="diffId">The digest of its uncompressed bytes.</param>
    /// <param name="bytes">How many bytes the blob has.</param>
    public void Remember(Digest key, Digest compressed, Digest diffId, long bytes) =>
        WholeFile.Write(Path.Combine(folder, "layers"), file =>
        {
            file.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{compressed} {diffId} {bytes}\n")));
            return key.Hex;
        });

    /// <summary>A layer that is remembered, where its bytes are still right; else <see langword="null"/>.</summary>
    /// <param name="name">What it holds, for people.</param>
    /// <param name="key">What determines its bytes.</param>
    public LayerBlob? Find(string name, Digest key)
    {
        var record = Path.Combine(folder, "layers", key.Hex);
        if (!File.Exists(record)
            || File.ReadAllText(record).Split(' ') is not [var first, var second, var third]
            || !Digest.TryParse(first, out var compressed)
            || !Digest.TryParse(second, out var diffId)
            || !long.TryParse(third, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var bytes))
            return null;
        var blob = Path.Combine(Blobs, compressed.Hex);
        return digests.IsOf(blob, compressed, bytes) ? new LayerBlob(name, compressed, diffId, bytes, blob, MediaTypes.Layer, IsCached: true) : null;
    }
}
