using CsvHelper;

namespace DiffPeer;

/// <summary>The same loop on CsvHelper, in the two ways that its reader offers.</summary>
internal static class CsvHelperLoop
{
    private const double Tolerance = 0.02;

    /// <summary>Cells as strings and numbers.</summary>
    public static long Changed(string old, string @new) => Count(old, @new, (before, after) =>
        Math.Abs(after.Parse<double>(1) - before.Parse<double>(1)) > Tolerance
        || before.GetString(2) != after.GetString(2) || before.GetString(3) != after.GetString(3));

    /// <summary>Cells as bytes, numbers only where the bytes differ.</summary>
    public static long ChangedBytes(string old, string @new) => Count(old, @new, (before, after) =>
        (!before.GetSpan(1).SequenceEqual(after.GetSpan(1)) && Math.Abs(after.Parse<double>(1) - before.Parse<double>(1)) > Tolerance)
        || !before.GetSpan(2).SequenceEqual(after.GetSpan(2)) || !before.GetSpan(3).SequenceEqual(after.GetSpan(3)));

    private static long Count(string old, string @new, Func<CsvReader, CsvReader, bool> differs)
    {
        using var before = Open(old);
        using var after = Open(@new);
        var changed = 0L;
        while (before.Read() && after.Read())
        {
            if (!before.GetSpan(0).SequenceEqual(after.GetSpan(0)))
                throw new InvalidDataException($"{before.GetString(0)} is not {after.GetString(0)}");
            changed += differs(before, after) ? 1 : 0;
        }

        return changed;
    }

    private static CsvReader Open(string path) => CsvReader.Create(File.OpenRead(path), new CsvReaderOptions { Separator = ',', HasHeader = true }, leaveOpen: false);
}
