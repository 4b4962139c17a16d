using System.Globalization;

namespace DiffPeer;

/// <summary>What one writes first: <c>ReadLine</c>, <c>Split</c>, compare. It takes quotes for text and checks nothing but keys.</summary>
internal static class ReadLineLoop
{
    private const double Tolerance = 0.02;

    public static long Changed(string old, string @new)
    {
        using var before = new StreamReader(old);
        using var after = new StreamReader(@new);
        before.ReadLine();
        after.ReadLine();
        var changed = 0L;
        while (before.ReadLine() is { } first && after.ReadLine() is { } second)
            changed += Differs(first.Split(','), second.Split(',')) ? 1 : 0;
        return changed;
    }

    /// <summary>The same, but lines that are equal are not split.</summary>
    public static long ChangedEqualFirst(string old, string @new)
    {
        using var before = new StreamReader(old);
        using var after = new StreamReader(@new);
        before.ReadLine();
        after.ReadLine();
        var changed = 0L;
        while (before.ReadLine() is { } first && after.ReadLine() is { } second)
            changed += first != second && Differs(first.Split(','), second.Split(',')) ? 1 : 0;
        return changed;
    }

    /// <summary>Rows in any order: the old ones are in a dictionary.</summary>
    public static long ChangedByKey(string old, string @new)
    {
        var rows = File.ReadLines(old).Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0], StringComparer.Ordinal);
        return File.ReadLines(@new).Skip(1).Select(line => line.Split(',')).Count(cells => Differs(rows[cells[0]], cells));
    }

    private static bool Differs(string[] before, string[] after)
    {
        if (before[0] != after[0])
            throw new InvalidDataException($"{before[0]} is not {after[0]}");
        var shift = Number(after[1]) - Number(before[1]);
        return Math.Abs(shift) > Tolerance || before[2] != after[2] || before[3] != after[3];
    }

    private static double Number(string text) => double.Parse(text.AsSpan().Trim('"'), CultureInfo.InvariantCulture);
}
