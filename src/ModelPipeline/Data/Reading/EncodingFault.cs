using System.Buffers;
using System.Globalization;
using System.Text;

namespace ModelPipeline.Data.Reading;

/// <summary>The bytes of a file that are not UTF-8: one fault, however many they are.</summary>
internal sealed class EncodingFault(string file, FaultList faults)
{
    private static readonly SearchValues<byte> UndefinedInWindows1252 = SearchValues.Create([0x81, 0x8D, 0x8F, 0x90, 0x9D]);

    private int _lines;
    private long _lastLine;
    private string _first = "";
    private bool _isWindows1252 = true;

    /// <summary>Notes the bytes of a record that are not UTF-8.</summary>
    /// <param name="record">The record's bytes.</param>
    /// <param name="line">The line that it starts on.</param>
    public void Add(ReadOnlySpan<byte> record, long line)
    {
        for (var i = 0; i < record.Length;)
        {
            var status = Rune.DecodeFromUtf8(record[i..], out _, out var used);
            if (status != OperationStatus.Done)
                Note(record.Slice(i, used), line);
            else if (used > 1)
                _isWindows1252 = false;
            else if (record[i] == '\r' || (record[i] == '\n' && (i == 0 || record[i - 1] != '\r')))
                line++;
            i += used;
        }
    }

    private void Note(ReadOnlySpan<byte> bytes, long line)
    {
        if (_lines == 0)
        {
            _first = string.Create(CultureInfo.InvariantCulture, $"{file}:{line}: byte 0x{bytes[0]:X2} is not UTF-8");
            faults.Add(Describe);
        }

        if (line != _lastLine)
            _lines++;
        _lastLine = line;
        _isWindows1252 &= !bytes.ContainsAny(UndefinedInWindows1252);
    }

    private string Describe()
    {
        var others = (_lines - 1) switch
        {
            0 => "",
            1 => ", nor are bytes in 1 other line",
            var count => string.Create(CultureInfo.InvariantCulture, $", nor are bytes in {count} other lines"),
        };
        return $"{_first}{others}{(_isWindows1252 ? "; the file looks like Windows-1252: save it as UTF-8" : ": save the file as UTF-8")}";
    }
}
