namespace ModelPipeline.Data;

/// <summary>One column of a <see cref="Table"/>: a name and one value a row, of which any may be missing.</summary>
public abstract class Column
{
    private protected Column(string name) => Name = name;

    /// <summary>The header, exactly as in the data file.</summary>
    public string Name { get; }

    /// <summary>What the column holds.</summary>
    public abstract ColumnType Type { get; }

    /// <summary>How many rows there are.</summary>
    public abstract int Count { get; }

    /// <summary>Whether the value of a row is missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public abstract bool IsMissing(int row);

    /// <summary>A new column of the given rows, in the given order.</summary>
    /// <param name="rows">Rows, from 0; repeats are allowed.</param>
    public abstract Column Select(ReadOnlySpan<int> rows);

    /// <summary>The value as invariant text that reads back as the same value; empty where it is missing.</summary>
    /// <param name="row">The row, from 0.</param>
    public abstract string Text(int row);

    private protected static T[] Pick<T>(T[] values, ReadOnlySpan<int> rows)
    {
        var picked = new T[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            picked[i] = values[rows[i]];
        return picked;
    }
}
