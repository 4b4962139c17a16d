using System.Globalization;
using System.Text;
using System.Text.Unicode;
using CsvHelper;

namespace ModelPipeline.Data.Reading;

/// <summary>The records of a data file, or of a part of one. Broken records become faults and are passed over.</summary>
internal sealed class CsvRecords : IDisposable
{
    public const int MaxRecordMebibytes = 16;

    private readonly string _name;
    private readonly FaultList _faults;
    private readonly EncodingFault _encoding;
    private readonly CsvReader _csv;
    private readonly long _linesBefore;
    private CsvMalformedReason? _malformed;
    private char[] _text = new char[256];
    private int _fields;

    /// <summary>Reads a file from its start: first its header.</summary>
    /// <param name="name">How messages call the file.</param>
    /// <param name="bytes">Its text; disposed with the records.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public CsvRecords(string name, Stream bytes, FaultList faults)
    {
        _name = name;
        _faults = faults;
        _encoding = new EncodingFault(name, faults);
        _csv = CsvReader.Create(new TextGuardStream(bytes), Options(), leaveOpen: false);
    }

    /// <summary>Reads whole records from the middle of a file.</summary>
    /// <param name="name">How messages call the file.</param>
    /// <param name="bytes">The records.</param>
    /// <param name="linesBefore">How many lines of the file are before them.</param>
    /// <param name="fields">How many fields the header has.</param>
    /// <param name="faults">Takes what is wrong.</param>
    public CsvRecords(string name, ReadOnlyMemory<byte> bytes, long linesBefore, int fields, FaultList faults)
    {
        _name = name;
        _faults = faults;
        _encoding = new EncodingFault(name, faults);
        _linesBefore = linesBefore;
        _fields = fields;
        _csv = CsvReader.Create(bytes, Options());
    }

    /// <summary>The line that the current record starts on, from 1.</summary>
    public long Line => _linesBefore + _csv.LineNumber;

    /// <summary>Where in the text the current record starts, in bytes.</summary>
    public long Offset => _csv.ByteOffset;

    /// <summary>A field of the current record as UTF-8, unquoted; valid until the next one is asked for.</summary>
    public ReadOnlySpan<byte> Bytes(int column) => _csv.GetSpan(column);

    /// <summary>A field of the current record, unquoted; valid until the next one is asked for.</summary>
    public ReadOnlySpan<char> this[int column]
    {
        get
        {
            var utf8 = _csv.GetSpan(column);
            if (utf8.Length > _text.Length)
                _text = new char[Math.Max(utf8.Length, 2 * _text.Length)];
            return _text.AsSpan(0, Encoding.UTF8.GetChars(utf8, _text));
        }
    }

    /// <summary>Reads the column names; <see langword="null"/> where they are faulty, which is reported.</summary>
    /// <exception cref="InvalidDataException">The file is no complete UTF-8 text.</exception>
    public string[]? ReadHeader()
    {
        if (!_csv.Read())
        {
            _faults.Add($"{_name} is empty");
            return null;
        }
        var header = Enumerable.Range(0, _csv.FieldCount).Select(_csv.GetString).ToArray();
        _fields = header.Length;
        var sound = IsEncoded() & IsQuoted();
        return HeaderRules.Check(header, At(Line), _faults) & sound ? header : null;
    }

    /// <summary>Goes to the next sound record; false at the end.</summary>
    /// <exception cref="InvalidDataException">The file is no complete UTF-8 text.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    public bool Next(CancellationToken cancellation)
    {
        while (_csv.Read())
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsSound())
                return true;
        }
        if (_linesBefore == 0 && _csv.RowNumber <= 1)
            _faults.Add($"{_name} has a header but no rows");
        return false;
    }

    public void Dispose() => _csv.Dispose();

    private CsvReaderOptions Options() => new()
    {
        Separator = ',',
        HasHeader = false,
        TrimWhitespace = false,
        TrackLineNumbers = true,
        MaxRecordSize = MaxRecordMebibytes << 20,
        Encoding = Encoding.UTF8,
        OnMalformedRecord = record => _malformed = record.Reason,
    };

    private bool IsSound() => IsEncoded() & IsQuoted() && IsComplete() & IsUnmarked();

    private bool IsEncoded()
    {
        var record = _csv.RawRecord;
        if (Utf8.IsValid(record))
            return true;
        _encoding.Add(record, Line);
        return false;
    }

    private bool IsQuoted()
    {
        if (_malformed is not { } reason)
            return true;
        _malformed = null;
        _faults.Add(At(Line) + ": " + reason switch
        {
            CsvMalformedReason.StrayQuote => "a quote inside an unquoted field: put the field in quotes and write the quote twice",
            CsvMalformedReason.TextAfterClosingQuote => "text after a closing quote: a quote inside a quoted field is written twice",
            _ => "a quote is opened and never closed",
        });
        return false;
    }

    private bool IsComplete()
    {
        if (_csv.FieldCount == _fields)
            return true;
        _faults.Add(string.Create(CultureInfo.InvariantCulture,
            $"{At(Line)}: {_csv.FieldCount} {(_csv.FieldCount == 1 ? "field" : "fields")} where the header has {_fields}"));
        return false;
    }

    private bool IsUnmarked()
    {
        if (!_csv.RawRecord.StartsWith(Encoding.UTF8.Preamble))
            return true;
        _faults.Add(At(Line) + ": a byte order mark inside the file: were two files joined? Remove it");
        return false;
    }

    private string At(long line) => string.Create(CultureInfo.InvariantCulture, $"{_name}:{line}");
}
