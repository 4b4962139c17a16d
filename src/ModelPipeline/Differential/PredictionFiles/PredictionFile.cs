using System.Globalization;
using System.Text;
using System.Text.Unicode;
using ModelPipeline.Data;
using ModelPipeline.Data.Reading;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>The records of one file. Empty lines are passed over; broken records become faults and are passed over too.</summary>
internal sealed class PredictionFile : IDisposable
{
    private readonly FaultList _faults;
    private readonly EncodingFault _encoding;
    private readonly FileWindow _window;
    private readonly QuotedRecord _quoted = new();
    private bool _isQuoted;
    private int _length;
    private int _consumed;
    private int _lines;
    private long _line = 1;

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="DataException">The file is no UTF-8 text.</exception>
    public PredictionFile(string path, FaultList faults, CancellationToken cancellation)
    {
        Name = QuotedText.Escape(path, longest: 200);
        _faults = faults;
        _encoding = new EncodingFault(Name, faults);
        _window = new FileWindow(path, Name, cancellation);
        Header = ReadHeader();
    }

    /// <summary>How messages call the file.</summary>
    public string Name { get; }

    /// <summary>The names of the columns; none where they are faulty, which is reported.</summary>
    public string[] Header { get; }

    /// <summary>What is in memory after the current record.</summary>
    public ReadOnlySpan<byte> Ahead => _window.Bytes[_consumed..];

    /// <summary>What <see cref="Ahead"/> is a part of, from <see cref="AheadStart"/> on.</summary>
    public byte[] Buffer => _window.Buffer;

    public int AheadStart => _window.Start + _consumed;

    private ReadOnlySpan<byte> Record => _window.Bytes[.._length];

    private int Fields => _isQuoted ? _quoted.Fields : Record.Count((byte)',') + 1;

    /// <summary>Goes to the next sound record; false at the end.</summary>
    /// <exception cref="DataException">The file is no UTF-8 text, or a record is too long.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public bool Next()
    {
        while (Find())
        {
            if (_length > 0 && IsSound() && IsComplete())
                return true;
        }

        return false;
    }

    /// <summary>Goes to the next record if its bytes are those of another file's current record, line end included.</summary>
    public bool NextIfSame(PredictionFile other)
    {
        Leave();
        var same = other._window.Bytes[..other._consumed];
        while (_window.Bytes.Length < same.Length && _window.TryFill(_line))
        {
        }

        if (same[^1] != '\n' || !_window.Bytes.StartsWith(same))
            return false;
        (_length, _consumed, _lines) = (other._length, other._consumed, other._lines);
        return true;
    }

    /// <summary>Passes over sound records after the current one, without line breaks inside.</summary>
    public void Pass(int bytes, int lines)
    {
        Leave();
        _window.Skip(bytes);
        _line += lines;
    }

    /// <summary>Reads the cells of the current record.</summary>
    public void Read(Row row, FieldMap map) => Read(row, map, map.Fields);

    /// <summary>Reads the key of the current record.</summary>
    public void ReadKey(Row row, FieldMap map) => Read(row, map, map.KeyFields);

    public void Dispose() => _window.Dispose();

    private void Read(Row row, FieldMap map, int fields)
    {
        row.Begin(_isQuoted ? _quoted.Text : _window.Buffer);
        var start = 0;
        for (var field = 0; field < fields; field++)
        {
            if (_isQuoted)
            {
                if (map[field] >= 0)
                    row.Set(map[field], _quoted.Start(field), _quoted.End(field) - _quoted.Start(field));
                continue;
            }

            var comma = Record[start..].IndexOf((byte)',');
            var end = comma < 0 ? _length : start + comma;
            if (map[field] >= 0)
                row.Set(map[field], _window.Start + start, end - start);
            start = end + 1;
        }
    }

    private string[] ReadHeader()
    {
        if (!Find())
        {
            _faults.Add($"{Name} is empty");
            return [];
        }

        var row = new Row(Fields);
        Read(row, FieldMap.All(row.Cells));
        string[] names = [.. Enumerable.Range(0, row.Cells).Select(cell => Encoding.UTF8.GetString(row[cell]))];
        return IsSound() & HeaderRules.Check(names, string.Create(CultureInfo.InvariantCulture, $"{Name}:{_line}"), _faults) ? names : [];
    }

    private void Leave()
    {
        _window.Skip(_consumed);
        _line += _lines;
        (_length, _consumed, _lines) = (0, 0, 0);
    }

    /// <summary>Goes to the next record, sound or not; false at the end.</summary>
    private bool Find()
    {
        Leave();
        do
        {
            var bytes = _window.Bytes;
            var at = bytes.IndexOfAny((byte)'\n', (byte)'\r', (byte)'"');
            if (at >= 0 && bytes[at] == '\n')
                return Found(at, at + 1);
            if (at >= 0 && bytes[at] == '\r' && at + 1 < bytes.Length && bytes[at + 1] == '\n')
                return Found(at, at + 2);
            if (at < 0 && _window.IsAll)
                return bytes.Length > 0 && Found(bytes.Length, bytes.Length);
            if (at >= 0 && _quoted.TryRead(bytes, _window.IsAll))
                return FoundQuoted();
        }
        while (_window.TryFill(_line) || _window.IsAll);

        return false;
    }

    private bool Found(int length, int consumed)
    {
        (_isQuoted, _length, _consumed, _lines) = (false, length, consumed, 1);
        return true;
    }

    private bool FoundQuoted()
    {
        (_isQuoted, _length, _consumed, _lines) = (true, _quoted.Length, _quoted.Consumed, _quoted.Lines);
        return true;
    }

    private bool IsSound() => IsEncoded() & IsQuoted() & IsUnmarked();

    private bool IsEncoded()
    {
        if (Utf8.IsValid(Record))
            return true;
        _encoding.Add(Record, checked((int)_line));
        return false;
    }

    private bool IsQuoted() => !_isQuoted || _quoted.Fault is null || Refuse(_quoted.Fault);

    private bool IsUnmarked() =>
        !Record.StartsWith(Encoding.UTF8.Preamble) || Refuse("a byte order mark inside the file: were two files joined? Remove it");

    private bool IsComplete()
    {
        var fields = Fields;
        return fields == Header.Length || Header.Length == 0
            || Refuse(string.Create(CultureInfo.InvariantCulture, $"{fields} {(fields == 1 ? "field" : "fields")} where the header has {Header.Length}"));
    }

    private bool Refuse(string fault)
    {
        _faults.Add(string.Create(CultureInfo.InvariantCulture, $"{Name}:{_line}: {fault}"));
        return false;
    }
}
