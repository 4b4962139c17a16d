namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>The cells of one record as UTF-8 without quotes, first those of the key. They stay where they were read: valid until the next record is.</summary>
/// <param name="cells">How many cells.</param>
internal sealed class Row(int cells)
{
    private readonly int[] _starts = new int[cells];
    private readonly int[] _lengths = new int[cells];
    private byte[] _bytes = [];

    public int Cells => cells;

    public ReadOnlySpan<byte> this[int cell] => _bytes.AsSpan(_starts[cell], _lengths[cell]);

    /// <summary>Begins a record.</summary>
    /// <param name="bytes">Where its cells are.</param>
    public void Begin(byte[] bytes) => _bytes = bytes;

    public void Set(int cell, int start, int length)
    {
        _starts[cell] = start;
        _lengths[cell] = length;
    }

    /// <summary>Whether the first cells of two rows are the same.</summary>
    /// <param name="other">The other row.</param>
    /// <param name="count">How many cells.</param>
    public bool StartsLike(Row other, int count)
    {
        for (var cell = 0; cell < count; cell++)
        {
            if (!this[cell].SequenceEqual(other[cell]))
                return false;
        }

        return true;
    }
}
