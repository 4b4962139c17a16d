using System.Text;
using System.Text.Json;

namespace LinearPeer;

/// <summary>Divides a sample's file by a hash of its key, four to one, into train.csv and test.csv that both sides read.</summary>
internal static class Split
{
    public static Sample Write(Sample sample, string folder)
    {
        string[] lines = [.. sample.Lines()];
        var key = Array.IndexOf(lines[0].Split(','), sample.Key);
        var rows = lines.Skip(1).ToLookup(line => Hash(line.Split(',')[key]) % 5 == 0);
        File.WriteAllLines(Path.Combine(folder, "train.csv"), [lines[0], .. rows[false]]);
        File.WriteAllLines(Path.Combine(folder, "test.csv"), [lines[0], .. rows[true]]);

        var written = sample with { Rows = rows[false].Count() };
        File.WriteAllText(Path.Combine(folder, "sample.json"), JsonSerializer.Serialize(written, Json.Options));
        return written;
    }

    /// <summary>FNV-1a of the key's UTF-8 bytes, its halves folded together.</summary>
    private static uint Hash(string key)
    {
        var hash = 14695981039346656037;
        foreach (var value in Encoding.UTF8.GetBytes(key))
            hash = unchecked((hash ^ value) * 1099511628211);
        return (uint)(hash ^ (hash >> 32));
    }
}
