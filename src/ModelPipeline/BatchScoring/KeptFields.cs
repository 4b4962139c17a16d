using CsvHelper;
using ModelPipeline.Data.Reading;

namespace ModelPipeline.BatchScoring;

/// <summary>The fields of records that are written again, as they were.</summary>
internal sealed class KeptFields(int[] columns)
{
    private readonly List<int> _ends = [];
    private byte[] _bytes = new byte[1 << 16];
    private int _used;

    public void Clear()
    {
        _ends.Clear();
        _used = 0;
    }

    public void Add(CsvRecords records)
    {
        foreach (var column in columns)
        {
            var field = records.Bytes(column);
            if (field.Length > _bytes.Length - _used)
                Array.Resize(ref _bytes, Math.Max(2 * _bytes.Length, _used + field.Length));
            field.CopyTo(_bytes.AsSpan(_used));
            _used += field.Length;
            _ends.Add(_used);
        }
    }

    public void Write(CsvWriter csv, int row)
    {
        for (var field = row * columns.Length; field < (row + 1) * columns.Length; field++)
        {
            var start = field == 0 ? 0 : _ends[field - 1];
            csv.WriteField(_bytes.AsSpan(start, _ends[field] - start));
        }
    }
}
