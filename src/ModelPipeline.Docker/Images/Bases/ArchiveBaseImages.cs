using System.IO.Compression;
using System.Text.Json;
using ModelPipeline.Docker.Images.Layers;

namespace ModelPipeline.Docker.Images.Bases;

/// <summary>Takes bases from archives: OCI layouts, and what <c>docker save</c> writes.</summary>
/// <param name="digests">The digests of files.</param>
/// <param name="cache">Remembers layers that were compressed.</param>
internal sealed class ArchiveBaseImages(FileDigests digests, LayerCache cache) : IBaseImages
{
    private const long MostUnpackedBytes = 16L << 30;

    /// <inheritdoc/>
    public Task<BaseImage> GetAsync(string reference, Digest? pinned, string blobs, IProgress<string> progress, CancellationToken cancellation) =>
        Task.Run(() => Resolve(reference, pinned, blobs, progress, cancellation), cancellation);

    private BaseImage Resolve(string path, Digest? pinned, string blobs, IProgress<string> progress, CancellationToken cancellation)
    {
        if (!File.Exists(path))
            throw new InputException($"There is no archive {QuotedText.Of(path)} (package.base of the model's spec). Write one with docker save, or name an image in a registry.");
        progress.Report($"reading the base {QuotedText.Escape(Path.GetFileName(path))}");
        try
        {
            var tar = new ImageTar(path, cancellation);
            var image = ArchivedImage.Find(tar);
            if (pinned is { } digest && image.Digest != digest)
                throw new InvalidDataException($"its digest is {image.Digest}, expected {digest}");
            return new BaseImage(
                path,
                image.Digest,
                image.Config,
                [.. image.Layers.Zip(image.DiffIds, (layer, diffId) => Layer(tar, layer.Name, layer.Digest, diffId, blobs, cancellation))]);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputException($"The archive {QuotedText.Escape(path, 400)} is no image that can be built on: {QuotedText.Escape(fault.Message, 400).TrimEnd('.')}. Write it again with docker save.", fault);
        }
    }

    /// <summary>Puts a layer into the folder of blobs, compressed where it was not; the name of the file is what its bytes say.</summary>
    private BaseLayer Layer(ImageTar tar, string name, Digest? expected, Digest diffId, string blobs, CancellationToken cancellation)
    {
        if (expected is { } known && digests.IsOf(Path.Combine(blobs, known.Hex), known, SizeOf(Path.Combine(blobs, known.Hex))) && IsCompressed(Path.Combine(blobs, known.Hex)))
            return Made(Path.Combine(blobs, known.Hex), known);

        return tar.Open(name, stream =>
        {
            using var hashing = new HashingStream(stream);
            var first = new byte[4];
            var length = hashing.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
            if (first.AsSpan().SequenceEqual((ReadOnlySpan<byte>)[0x28, 0xB5, 0x2F, 0xFD]))
                throw new InvalidDataException($"its layer {QuotedText.Of(name)} is compressed with zstd, which is not supported: save it with gzip");

            var isCompressed = first.AsSpan().StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]);
            var key = Digest.Of($"{GzipBlob.Writer}\n{diffId}");
            if (!isCompressed && cache.Find("base", key) is { } cached)
                return Made(cached.File, cached.Digest);
            Digest compressed = default;
            var file = WholeFile.Write(blobs, blob =>
            {
                void CopyTo(Stream to)
                {
                    to.Write(first.AsSpan(0, length));
                    Copy(hashing, to, cancellation);
                }

                if (isCompressed)
                    CopyTo(blob);
                else
                    (compressed, _) = GzipBlob.Write(blob, CopyTo);
                var found = hashing.Digest;
                if (expected is { } digest && found != digest)
                    throw new InvalidDataException($"the blob {digest} has other bytes than its digest says");
                if (isCompressed)
                    compressed = found;
                blob.Position = 0;
                if ((isCompressed ? Unpacked(blob, cancellation) : found) != diffId)
                    throw new InvalidDataException($"its layer {QuotedText.Of(name)} has other files than its configuration says");
                return compressed.Hex;
            });
            if (!isCompressed)
                cache.Remember(key, compressed, diffId, SizeOf(file));
            return Made(file, compressed);
        });

        BaseLayer Made(string file, Digest compressed) => new(compressed, diffId, SizeOf(file), file, MediaTypes.Layer);
    }

    private static long SizeOf(string file) => new FileInfo(file) is { Exists: true } there ? there.Length : 0;

    private static bool IsCompressed(string file)
    {
        using var stream = File.OpenRead(file);
        return stream.ReadByte() == 0x1F && stream.ReadByte() == 0x8B;
    }

    private static Digest Unpacked(Stream compressed, CancellationToken cancellation)
    {
        using var gzip = new GZipStream(compressed, CompressionMode.Decompress, leaveOpen: true);
        using var hashing = new HashingStream(gzip);
        Copy(hashing, Stream.Null, cancellation);
        return hashing.Digest;
    }

    private static void Copy(HashingStream from, Stream to, CancellationToken cancellation)
    {
        var buffer = new byte[1 << 16];
        for (int read; (read = from.Read(buffer)) > 0; to.Write(buffer.AsSpan(0, read)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (from.Bytes > MostUnpackedBytes)
                throw new InvalidDataException($"a layer unpacks to more than {MostUnpackedBytes >> 30} GB");
        }
    }
}
