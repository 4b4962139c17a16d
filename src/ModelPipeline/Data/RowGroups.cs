namespace ModelPipeline.Data;

/// <summary>Rows in groups of equal values. The groups are exact, and the same in any order of the rows.</summary>
internal sealed class RowGroups
{
    private readonly int[] _groups;

    private RowGroups(int[] groups, int count)
    {
        _groups = groups;
        Count = count;
    }

    /// <summary>How many groups there are.</summary>
    public int Count { get; }

    /// <summary>The group of each row, from 0, numbered by first appearance.</summary>
    public ReadOnlySpan<int> Groups => _groups;

    /// <summary>Groups the rows that have equal values in all of some columns. Missing equals missing.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="rows">How many rows they have.</param>
    public static RowGroups Of(IReadOnlyList<Column> columns, int rows)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var groups = new int[rows];
        var shared = Enumerable.Range(0, rows).ToArray();
        foreach (var column in columns)
            shared = Refine(groups, shared, ColumnBits.Of(column));
        return Numbered(groups, shared);
    }

    /// <summary>Groups the rows that share a group here or there, directly or through other rows.</summary>
    internal RowGroups JoinedWith(RowGroups other)
    {
        var joined = new UnionFind(Count + other.Count);
        for (var row = 0; row < _groups.Length; row++)
            joined.Join(_groups[row], Count + other._groups[row]);
        return Numbered(Array.ConvertAll(_groups, joined.Find), [.. Enumerable.Range(0, _groups.Length)]);
    }

    /// <summary>The least value in each row's group.</summary>
    /// <param name="values">One value a row.</param>
    internal T[] Least<T>(T[] values) where T : IComparable<T>
    {
        var least = new T[Count];
        var seen = new bool[Count];
        for (var row = 0; row < values.Length; row++)
        {
            var group = _groups[row];
            if (!seen[group] || values[row].CompareTo(least[group]) < 0)
                least[group] = values[row];
            seen[group] = true;
        }
        return Array.ConvertAll(_groups, group => least[group]);
    }

    /// <summary>Splits the groups of some rows by one more column, and gives the rows that still share theirs.</summary>
    private static int[] Refine(int[] groups, int[] rows, long[] bits)
    {
        var refined = new Dictionary<(int Group, long Bits), int>();
        var sizes = new List<int>();
        foreach (var row in rows)
        {
            if (refined.TryAdd((groups[row], bits[row]), sizes.Count))
                sizes.Add(0);
            groups[row] = refined[(groups[row], bits[row])];
            sizes[groups[row]]++;
        }
        return Array.FindAll(rows, row => sizes[groups[row]] > 1);
    }

    private static RowGroups Numbered(int[] groups, int[] shared)
    {
        var isShared = new bool[groups.Length];
        foreach (var row in shared)
            isShared[row] = true;
        var numbers = new Dictionary<int, int>();
        var count = 0;
        for (var row = 0; row < groups.Length; row++)
        {
            if (!isShared[row])
                groups[row] = count++;
            else if (numbers.TryAdd(groups[row], count))
                groups[row] = count++;
            else
                groups[row] = numbers[groups[row]];
        }
        return new(groups, count);
    }
}
