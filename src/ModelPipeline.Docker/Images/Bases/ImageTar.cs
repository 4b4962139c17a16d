using System.Formats.Tar;

namespace ModelPipeline.Docker.Images.Bases;

/// <summary>
/// An image's archive that others made, and that may be hostile: its names are looked up and never become paths, its links are not followed,
/// and there are limits on how much it may hold.
/// </summary>
internal sealed class ImageTar
{
    private const int MostEntries = 20_000;
    private const long MostBytes = 16L << 30;
    private const long MostTextBytes = 4 << 20;

    private readonly string _path;
    private readonly CancellationToken _cancellation;
    private readonly Dictionary<string, long> _sizes = new(StringComparer.Ordinal);

    /// <summary>Lists an archive.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="cancellation">Stops the listing, and all later reading.</param>
    /// <exception cref="InvalidDataException">It is no archive, or holds too much.</exception>
    public ImageTar(string path, CancellationToken cancellation)
    {
        _path = path;
        _cancellation = cancellation;
        long bytes = 0;
        var entries = 0;
        using var tar = new TarReader(File.OpenRead(path));
        while (tar.GetNextEntry() is { } entry)
        {
            cancellation.ThrowIfCancellationRequested();
            bytes += entry.Length;
            if (++entries > MostEntries || bytes > MostBytes)
                throw new InvalidDataException($"it holds more than {MostEntries} entries or {MostBytes >> 30} GB");
            if (IsFile(entry) && !_sizes.TryAdd(NameOf(entry), entry.Length))
                throw new InvalidDataException($"it holds {QuotedText.Of(NameOf(entry))} twice");
        }
    }

    /// <summary>Whether a file is there.</summary>
    public bool Has(string name) => _sizes.ContainsKey(name);

    /// <summary>Reads a small file.</summary>
    /// <exception cref="InvalidDataException">It is not there, or too large.</exception>
    public byte[] Read(string name)
    {
        if (_sizes.TryGetValue(name, out var size) && size > MostTextBytes)
            throw new InvalidDataException($"its {QuotedText.Of(name)} is larger than {MostTextBytes >> 20} MB");
        return Open(name, stream =>
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        });
    }

    /// <summary>Reads a file of any size.</summary>
    /// <exception cref="InvalidDataException">It is not there.</exception>
    public T Open<T>(string name, Func<Stream, T> read)
    {
        using var tar = new TarReader(File.OpenRead(_path));
        while (tar.GetNextEntry() is { } entry)
        {
            _cancellation.ThrowIfCancellationRequested();
            if (IsFile(entry) && NameOf(entry) == name)
                return read(entry.DataStream ?? Stream.Null);
        }

        throw new InvalidDataException($"it has no file {QuotedText.Of(name)}");
    }

    private static bool IsFile(TarEntry entry) => entry.EntryType is TarEntryType.RegularFile or TarEntryType.V7RegularFile;

    private static string NameOf(TarEntry entry) => entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name;
}
