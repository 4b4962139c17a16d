namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>
/// Watches whether keys ascend, so that none can be there twice. A shorter cell is before a longer one, cells of one length are in the order of
/// their bytes; so counted numbers ascend, and dates, and identifiers of one length.
/// </summary>
/// <param name="keys">How many columns a key has.</param>
internal sealed class AscendingKeys(int keys)
{
    private readonly Row _last = new(keys);
    private byte[] _bytes = new byte[64];
    private bool _any;

    /// <summary>Whether a key is after the last one that was remembered.</summary>
    public bool IsNext(Row row)
    {
        for (var cell = 0; _any && cell < keys; cell++)
        {
            var key = row[cell];
            var last = _last[cell];
            var order = key.Length == last.Length ? key.SequenceCompareTo(last) : key.Length - last.Length;
            if (order != 0)
                return order > 0;
        }

        return !_any;
    }

    public void Remember(Row row)
    {
        var length = 0;
        for (var cell = 0; cell < keys; cell++)
            length += row[cell].Length;
        if (length > _bytes.Length)
            _bytes = new byte[2 * length];
        _last.Begin(_bytes);
        var start = 0;
        for (var cell = 0; cell < keys; cell++)
        {
            row[cell].CopyTo(_bytes.AsSpan(start));
            _last.Set(cell, start, row[cell].Length);
            start += row[cell].Length;
        }

        _any = true;
    }
}
