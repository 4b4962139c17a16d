using System.Buffers;

namespace ModelPipeline.XGBoost.Encoding;

/// <summary>
/// Rows as the library reads them: compressed sparse rows with one entry a feature, <see cref="float.NaN"/> where it has no value.
/// The arrays are rented and may be longer than what they hold.
/// </summary>
internal sealed class EncodedRows : IDisposable
{
    private EncodedRows(int rows, int features, int width)
    {
        (Rows, Features, Width) = (rows, features, width);
        Starts = ArrayPool<long>.Shared.Rent(rows + 1);
        Columns = ArrayPool<int>.Shared.Rent(Entries);
        Values = ArrayPool<float>.Shared.Rent(Entries);
        for (var row = 0; row <= rows; row++)
            Starts[row] = (long)row * features;
    }

    public int Rows { get; }

    public int Features { get; }

    /// <summary>How many columns the features have together.</summary>
    public int Width { get; }

    public int Entries => Rows * Features;

    /// <summary>Whether every feature is one column: <see cref="Values"/> is a matrix of all of them then, row after row.</summary>
    public bool IsDense => Width == Features;

    /// <summary>The first entry of each row, and the end of the last one.</summary>
    public long[] Starts { get; }

    /// <summary>The column of each entry.</summary>
    public int[] Columns { get; }

    /// <summary>The number of each entry.</summary>
    public float[] Values { get; }

    /// <summary>Room for rows.</summary>
    public static EncodedRows For(int rows, int features, int width) => new(rows, features, width);

    /// <summary>A copy of some rows, in the given order.</summary>
    public EncodedRows Select(int[] rows)
    {
        var selected = For(rows.Length, Features, Width);
        for (var i = 0; i < rows.Length; i++)
        {
            Columns.AsSpan(rows[i] * Features, Features).CopyTo(selected.Columns.AsSpan(i * Features));
            Values.AsSpan(rows[i] * Features, Features).CopyTo(selected.Values.AsSpan(i * Features));
        }

        return selected;
    }

    public void Dispose()
    {
        ArrayPool<long>.Shared.Return(Starts);
        ArrayPool<int>.Shared.Return(Columns);
        ArrayPool<float>.Shared.Return(Values);
    }
}
