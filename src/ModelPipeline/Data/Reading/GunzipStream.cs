using System.IO.Compression;

namespace ModelPipeline.Data.Reading;

/// <summary>Decompresses gzip, and fails where the input is truncated, corrupt or decompresses to too much.</summary>
/// <remarks>
/// <see cref="GZipStream"/> takes a truncated input for a complete one. So one more gzip member, of known content, is appended to the input: only
/// where that content comes out at the very end was the input complete. It is held back from the reader.
/// </remarks>
internal sealed class GunzipStream(Stream compressed, long limit) : ForwardStream
{
    private static readonly byte[] End = "9f1c1f6e-end-of-gzip-input"u8.ToArray();
    private static readonly byte[] EndMember = Compress(End);

    private readonly GZipStream _gzip = new(new AppendedStream(compressed, EndMember), CompressionMode.Decompress);
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private long _total;

    /// <exception cref="InvalidDataException">The input is truncated or corrupt, or decompresses to too much.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (_end - _start <= End.Length)
        {
            if (!Fill())
                return AtEnd();
        }
        var count = Math.Min(buffer.Length, _end - _start - End.Length);
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _gzip.Dispose();
        base.Dispose(disposing);
    }

    private bool Fill()
    {
        _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
        _end -= _start;
        _start = 0;
        var read = Decompress(_buffer.AsSpan(_end));
        _end += read;
        _total += read;
        if (_total - End.Length > limit)
            throw new InvalidDataException($"decompresses to more than {limit >> 20} MiB: split it into several files");
        return read > 0;
    }

    private int Decompress(Span<byte> buffer)
    {
        try
        {
            return _gzip.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw Incomplete(e);
        }
    }

    private int AtEnd() => _buffer.AsSpan(_start, _end - _start).SequenceEqual(End) ? 0 : throw Incomplete(null);

    private static InvalidDataException Incomplete(Exception? cause) =>
        new("is not a complete gzip file (truncated, corrupt, or something else): fetch or compress it again", cause);

    private static byte[] Compress(byte[] content)
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Optimal))
            gzip.Write(content);
        return member.ToArray();
    }
}
