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

    /// <summary>How many keys were remembered.</summary>
    public long Count { get; private set; }

    /// <summary>Whether a key is after the last one that was remembered.</summary>
    public bool IsNext(Row row)
    {
        for (var cell = 0; Count > 0 && cell < keys; cell++)
        {
            var order = Compare(row[cell], _last[cell]);
            if (order != 0)
                return order > 0;
        }

        return Count == 0;
    }

    public void Remember(Row row)
    {
        var end = 0;
        _last.Begin(_bytes);
        for (var cell = 0; cell < keys; cell++)
        {
            var key = row[cell];
            if (_bytes.Length < end + key.Length)
            {
                Array.Resize(ref _bytes, 2 * (end + key.Length));
                _last.Begin(_bytes);
            }

            key.CopyTo(_bytes.AsSpan(end));
            _last.Set(cell, end, key.Length);
            end += key.Length;
        }

        Count++;
    }

    private static int Compare(ReadOnlySpan<byte> key, ReadOnlySpan<byte> last)
    {
        if (key.Length != last.Length)
            return key.Length - last.Length;
        var same = 0;
        while (same < key.Length && key[same] == last[same])
            same++;
        return same == key.Length ? 0 : key[same] - last[same];
    }
}
