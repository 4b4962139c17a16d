using System.Globalization;
using System.Text;
using ModelPipeline.Data;
using ModelPipeline.Data.Reading;

namespace ModelPipeline.Differential.PredictionFiles;

/// <summary>The part of a file that is in memory: from where the next record starts.</summary>
internal sealed class FileWindow : IDisposable
{
    private const int MaxRecordMebibytes = 16;
    private const int FirstSize = 1 << 18;

    private readonly string _name;
    private readonly FileStream _file;
    private readonly Stream _stream;
    private readonly CancellationToken _cancellation;
    private byte[] _buffer = new byte[FirstSize];
    private int _end;

    /// <exception cref="IOException">The file cannot be opened.</exception>
    public FileWindow(string path, string name, CancellationToken cancellation)
    {
        _name = name;
        _cancellation = cancellation;
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1, FileOptions.SequentialScan);
        _stream = new TextGuardStream(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GunzipStream(_file, DatasetReader.MaxDecompressedBytes) : _file);
        TryFill();
        if (Bytes.StartsWith(Encoding.UTF8.Preamble))
            Skip(Encoding.UTF8.Preamble.Length);
    }

    /// <summary>What is in memory.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(Start, _end - Start);

    /// <summary>What <see cref="Bytes"/> is a part of, from <see cref="Start"/> on.</summary>
    public byte[] Buffer => _buffer;

    /// <summary>Where in the buffer the window starts.</summary>
    public int Start { get; private set; }

    /// <summary>Whether the file ends with what is in memory.</summary>
    public bool IsAll { get; private set; }

    public void Skip(int bytes) => Start += bytes;

    /// <summary>Reads on; where the buffer is full it is made larger. False at the end of the file.</summary>
    /// <exception cref="DataException">The file is no UTF-8 text, or a record is too long.</exception>
    public bool TryFill(long line = 1)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (IsAll)
            return false;
        if (Start > 0)
            Bytes.CopyTo(_buffer);
        (Start, _end) = (0, _end - Start);
        if (_end == MaxRecordMebibytes << 20)
            throw new DataException([string.Create(CultureInfo.InvariantCulture,
                $"{_name}:{line}: a record of more than {MaxRecordMebibytes} MiB: is a quote opened and never closed?")]);
        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        var read = Read();
        _end += read;
        IsAll = read == 0;
        return !IsAll;
    }

    public void Dispose()
    {
        _stream.Dispose();
        _file.Dispose();
    }

    private int Read()
    {
        try
        {
            return _stream.ReadAtLeast(_buffer.AsSpan(_end), _buffer.Length - _end, throwOnEndOfStream: false);
        }
        catch (InvalidDataException fault)
        {
            throw new DataException([$"{_name} {fault.Message}"], fault);
        }
    }
}
