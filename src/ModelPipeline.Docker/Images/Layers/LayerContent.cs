using System.Globalization;

namespace ModelPipeline.Docker.Images.Layers;

/// <summary>What goes into a layer.</summary>
internal sealed class LayerContent
{
    /// <summary>Changes whenever the same entries would give other bytes.</summary>
    private static readonly string Writer = $"layer 1, {GzipBlob.Writer}";

    /// <summary>A layer of entries; the folders above them are added.</summary>
    /// <param name="name">What it holds, for people.</param>
    /// <param name="entries">Its entries, in any order; no path twice.</param>
    public LayerContent(string name, IEnumerable<LayerEntry> entries)
    {
        Name = name;
        var byPath = entries.ToDictionary(entry => entry.Path, StringComparer.Ordinal);
        foreach (var folder in byPath.Keys.SelectMany(FoldersAbove).Distinct(StringComparer.Ordinal).ToList())
            byPath.TryAdd(folder, LayerEntry.Folder(folder));
        Entries = [.. byPath.Values.OrderBy(entry => entry.Path, StringComparer.Ordinal)];
        Key = Digest.Of(Writer + "\n" + string.Concat(Entries.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Path}\0{(int)entry.Mode}\0{entry.Digest?.Hex}\n"))));
    }

    /// <summary>What it holds, for people.</summary>
    public string Name { get; }

    /// <summary>Its entries in ordinal order, folders before what is in them.</summary>
    public IReadOnlyList<LayerEntry> Entries { get; }

    /// <summary>What determines its bytes.</summary>
    public Digest Key { get; }

    private static IEnumerable<string> FoldersAbove(string path) =>
        Enumerable.Range(0, path.Length).Where(index => path[index] == '/').Select(index => path[..index]);
}
