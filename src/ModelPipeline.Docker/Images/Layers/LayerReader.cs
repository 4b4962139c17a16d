using System.Formats.Tar;

namespace ModelPipeline.Docker.Images.Layers;

/// <summary>Reads the layers of one image, which others may have made: a small blob can unpack to a great many bytes or files.</summary>
/// <param name="mostBytes">How many bytes all the layers may unpack to; default 32 GB.</param>
/// <param name="mostEntries">How many entries all the layers may have; default a million.</param>
internal sealed class LayerReader(long mostBytes = 32L << 30, int mostEntries = 1_000_000)
{
    private const int LongestName = 4096;

    private long _bytes;
    private int _entries;

    /// <summary>A layer's uncompressed bytes, up to the limit.</summary>
    /// <param name="unpacked">The bytes; left open.</param>
    public Stream Limit(Stream unpacked) => new LimitedStream(unpacked, Count);

    /// <summary>A layer's entries, up to the limit.</summary>
    /// <param name="unpacked">Its uncompressed bytes; left open.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="InvalidDataException">The layer is damaged, or there are too many entries or bytes.</exception>
    public IEnumerable<TarEntry> Entries(Stream unpacked, CancellationToken cancellation)
    {
        using var tar = new TarReader(unpacked, leaveOpen: true);
        while (tar.GetNextEntry() is { } entry)
        {
            cancellation.ThrowIfCancellationRequested();
            if (++_entries > mostEntries || entry.Name.Length > LongestName)
                throw new InvalidDataException($"the layers have more than {mostEntries} entries, or a path of more than {LongestName} characters");
            yield return entry;
        }
    }

    private void Count(int bytes)
    {
        _bytes += bytes;
        if (_bytes > mostBytes)
            throw new InvalidDataException($"the layers unpack to more than {mostBytes} bytes");
    }
}
