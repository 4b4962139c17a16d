using System.Text;

namespace Shared.GitHub.Git;

/// <summary>A folder: its entries by name.</summary>
internal sealed record GitTree(IReadOnlyDictionary<string, GitEntry> Entries) : GitObject
{
    public override string Type => "tree";

    /// <summary>The entries in git's order: folders sort as if their names ended in a slash.</summary>
    public IEnumerable<KeyValuePair<string, GitEntry>> Ordered =>
        Entries.OrderBy(entry => Encoding.UTF8.GetBytes(entry.Value.IsFolder ? entry.Key + "/" : entry.Key), ByteOrder);

    private static Comparer<byte[]> ByteOrder { get; } = Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    public override byte[] Encode()
    {
        using var content = new MemoryStream();
        foreach (var (name, entry) in Ordered)
        {
            content.Write(Encoding.UTF8.GetBytes($"{entry.Mode.TrimStart('0')} {name}\0"));
            content.Write(Convert.FromHexString(entry.Hash));
        }

        return content.ToArray();
    }
}
