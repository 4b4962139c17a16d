using ModelPipeline.Data;
using ModelPipeline.Data.Reading;

namespace ModelPipeline.BatchScoring;

/// <summary>Divides the input's text where records end: after a line break with an even number of quotes before it.</summary>
/// <remarks>Where a quote is at fault, a part may end inside a record. Its reader then reports that quote, since parts up to the fault are divided rightly.</remarks>
internal sealed class PartReader : IDisposable
{
    private readonly string _name;
    private readonly FileStream _file;
    private readonly Stream _text;
    private byte[] _rest = [];
    private long _end;
    private long _lines;

    /// <param name="path">The input.</param>
    /// <param name="offset">Where in its text, uncompressed, the first part starts.</param>
    /// <param name="lines">How many lines are before that.</param>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    public PartReader(string path, long offset, long lines)
    {
        _name = path;
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        _text = new TextGuardStream(InputFile.Uncompressed(path, _file));
        (_end, _lines) = (offset, lines);
        if (InputFile.IsCompressed(path))
            Discard(offset);
        else
            _file.Position = offset;
    }

    /// <summary>How much of the file was read, from 0 to 1.</summary>
    public double Share { get; private set; }

    /// <summary>Reads the next part; false at the end.</summary>
    /// <exception cref="DataException">The input is no UTF-8 text, or a record is too long.</exception>
    public bool TryRead(PartBuffer buffer, out Part part)
    {
        buffer.GrowTo(_rest.Length);
        _rest.CopyTo(buffer.Span);
        var length = _rest.Length;
        int whole;
        while (true)
        {
            var read = Read(buffer.Span[length..]);
            length += read;
            var isAll = length < buffer.Size;
            whole = isAll ? length : WholeRecords(buffer.Span[..length]);
            if (isAll || whole > 0)
                break;
            if (buffer.Size >= CsvRecords.MaxRecordMebibytes << 20)
                throw new DataException([$"{_name}:{_lines + 1}: a record of more than {CsvRecords.MaxRecordMebibytes} MiB: is a closing quote missing, or do lines end with carriage returns alone?"]);
            buffer.Grow();
        }

        _rest = buffer.Span[whole..length].ToArray();
        var before = _lines;
        _lines += LineBreaks(buffer.Span[..whole]);
        _end += whole;
        Share = (double)_file.Position / Math.Max(1, _file.Length);
        part = new Part(buffer.Memory[..whole], before, _end, _lines);
        return whole > 0;
    }

    public void Dispose()
    {
        _text.Dispose();
        _file.Dispose();
    }

    private int Read(Span<byte> buffer)
    {
        try
        {
            return _text.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException fault)
        {
            throw new DataException([$"{_name} {fault.Message}"], fault);
        }
    }

    private void Discard(long bytes)
    {
        var buffer = new byte[1 << 16];
        for (var left = bytes; left > 0;)
        {
            var read = Read(buffer.AsSpan(0, (int)Math.Min(left, buffer.Length)));
            if (read == 0)
                throw new DataException([$"{_name} changed while it was scored: score it again"]);
            left -= read;
        }
    }

    /// <summary>How many of the bytes are whole records; 0 where none ends.</summary>
    private static int WholeRecords(ReadOnlySpan<byte> bytes)
    {
        var quotes = bytes.Count((byte)'"');
        for (var end = bytes.Length; (end = bytes[..end].LastIndexOf((byte)'\n')) >= 0;)
        {
            quotes -= bytes[end..].Count((byte)'"');
            if (quotes % 2 == 0)
                return end + 1;
            bytes = bytes[..end];
        }

        return 0;
    }

    private static long LineBreaks(ReadOnlySpan<byte> bytes) =>
        bytes.Count((byte)'\n') + (bytes.Contains((byte)'\r') ? bytes.Count((byte)'\r') - bytes.Count("\r\n"u8) : 0);
}
