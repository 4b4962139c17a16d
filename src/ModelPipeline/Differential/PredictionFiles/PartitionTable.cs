namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>Pairs the rows of one partition in memory. What it takes is fixed when it is made.</summary>
internal sealed class PartitionTable
{
    private const int LeastBytesPerRow = 32;
    private const int None = -1;

    private readonly ColumnLayout _layout;
    private readonly DiffRecorder _recorder;
    private readonly byte[] _bytes;
    private readonly KeyEntry[] _keys;
    private readonly int[] _buckets;
    private readonly int[] _nextRow;
    private readonly int[] _rowStart;
    private readonly Row _old;
    private readonly Row _new;
    private int _keyCount;
    private int _oldCount;

    /// <param name="layout">The columns.</param>
    /// <param name="recorder">Gets the pairs and what has no pair.</param>
    /// <param name="bytes">How many bytes of rows it holds.</param>
    public PartitionTable(ColumnLayout layout, DiffRecorder recorder, int bytes)
    {
        _layout = layout;
        _recorder = recorder;
        _bytes = new byte[bytes];
        var rows = bytes / LeastBytesPerRow;
        _keys = new KeyEntry[rows];
        _nextRow = new int[rows];
        _rowStart = new int[rows];
        _buckets = new int[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)rows)];
        (_old, _new) = (layout.NewRow(), layout.NewRow());
    }

    /// <summary>Whether the table has room for a partition.</summary>
    public bool Holds(Partition partition) => partition.Bytes <= _bytes.Length && partition.Rows <= _keys.Length;

    /// <summary>
    /// Pairs the rows of each key in their order. First come the rows of the new file, then those of the old one that have no pair, then keys that a
    /// file has more than once. In a partition all rows of the old file stand before those of the new one.
    /// </summary>
    /// <exception cref="IOException">The partition cannot be read.</exception>
    public void Join(Partition partition)
    {
        Array.Fill(_buckets, None);
        (_keyCount, _oldCount) = (0, 0);
        var length = (int)partition.Bytes;
        using (var file = File.OpenRead(partition.Path))
            file.ReadExactly(_bytes, 0, length);
        for (var start = 0; start < length; start += StoredRow.Length(_bytes.AsSpan(start)))
            Add(start);
        for (var key = 0; key < _keyCount; key++)
            Conclude(ref _keys[key]);
    }

    private void Add(int start)
    {
        var stored = _bytes.AsSpan(start);
        ref var key = ref Find(StoredRow.Key(stored), start);
        var side = StoredRow.Side(stored);
        if (side != RowSide.New)
            key.Old++;
        if (side != RowSide.Old)
            key.New++;
        if (side == RowSide.Old)
            Append(ref key, start);
        else if (side == RowSide.New)
            Pair(ref key, start);
    }

    private ref KeyEntry Find(ReadOnlySpan<byte> key, int start)
    {
        ref var bucket = ref _buckets[(int)RowHash.Of(key) & (_buckets.Length - 1)];
        for (var i = bucket; i != None; i = _keys[i].Next)
        {
            if (StoredRow.Key(_bytes.AsSpan(_keys[i].Start)).SequenceEqual(key))
                return ref _keys[i];
        }

        _keys[_keyCount] = new KeyEntry { Start = start, Next = bucket, FirstRow = None, LastRow = None };
        bucket = _keyCount;
        return ref _keys[_keyCount++];
    }

    private void Append(ref KeyEntry key, int start)
    {
        _rowStart[_oldCount] = start;
        _nextRow[_oldCount] = None;
        if (key.FirstRow == None)
            key.FirstRow = _oldCount;
        else
            _nextRow[key.LastRow] = _oldCount;
        key.LastRow = _oldCount++;
    }

    private void Pair(ref KeyEntry key, int start)
    {
        StoredRow.Read(_bytes, start, _new, _new.Cells);
        if (key.FirstRow == None)
        {
            _recorder.AddOnlyInNew(_new);
            return;
        }

        StoredRow.Read(_bytes, _rowStart[key.FirstRow], _old, _old.Cells);
        _recorder.AddPair(_old, _new);
        key.FirstRow = _nextRow[key.FirstRow];
    }

    private void Conclude(ref KeyEntry key)
    {
        for (var row = key.FirstRow; row != None; row = _nextRow[row])
        {
            StoredRow.Read(_bytes, _rowStart[row], _old, _old.Cells);
            _recorder.AddOnlyInOld(_old);
        }

        if (key.Old <= 1 && key.New <= 1)
            return;
        StoredRow.Read(_bytes, key.Start, _old, _layout.Key.Count);
        if (key.Old > 1)
            _recorder.AddDuplicateInOld(_old);
        if (key.New > 1)
            _recorder.AddDuplicateInNew(_old);
    }
}
