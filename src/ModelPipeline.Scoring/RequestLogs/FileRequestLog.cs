using System.Buffers;
using System.Threading.Channels;
using ModelPipeline.Data;
using ModelPipeline.Scoring.Invocations;
using ModelPipeline.Scoring.Logs;
using ModelPipeline.Scoring.Options;
using ModelPipeline.Scoring.Probes;
using ModelPipeline.Training;

namespace ModelPipeline.Scoring.RequestLogs;

/// <summary>
/// Keeps a share of the scored rows in files. Nobody waits for it: rows go through a bounded queue to a thread of their own, and what does not fit,
/// or cannot be written, is dropped and counted.
/// </summary>
internal sealed class FileRequestLog : IRequestLog, IDisposable
{
    private const int LargestPiece = 1 << 20;
    private const int LongestQueue = 64;
    private const int LongestText = 1 << 17;
    private static readonly TimeSpan LongestFlush = TimeSpan.FromSeconds(5);

    private readonly Channel<Piece> _pieces = Channel.CreateBounded<Piece>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly RequestLogLines _lines;
    private readonly RowSample _sample;
    private readonly RotatingFile _files;
    private readonly TimeProvider _time;
    private readonly JsonLog _log;
    private readonly Thread _thread;
    private bool _failing;
    private long _kept;
    private long _dropped;

    /// <summary>Begins a request log, and its first file.</summary>
    /// <exception cref="InputException">The folder cannot be written.</exception>
    public FileRequestLog(string folder, ScoringOptions options, ServiceVersion version, JsonLog log, TimeProvider time)
    {
        _lines = new RequestLogLines(version);
        _sample = new RowSample(options.RequestLogShare);
        _files = new RotatingFile(folder, options.RequestLogFileBytes, options.RequestLogFiles, time);
        _time = time;
        _log = log;
        OpenFirst(folder);
        _thread = new Thread(Pump) { IsBackground = true, Name = "request log" };
        _thread.Start();
    }

    /// <summary>How many rows were written.</summary>
    public long Kept => Interlocked.Read(ref _kept);

    /// <summary>How many rows were picked and not written.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>How often an old file could not be removed.</summary>
    public long UnremovedFiles => _files.Unremoved;

    /// <inheritdoc/>
    public void Write(Table rows, Scores scores)
    {
        var time = _time.GetUtcNow();
        var (picked, queued, inPiece) = (0, 0, 0);
        ArrayBufferWriter<byte>? lines = null;
        foreach (var row in _sample.Next(rows.Rows))
        {
            picked++;
            if (_pieces.Reader.Count >= LongestQueue || RequestLogLines.TextLength(rows, row) > LongestText)
                continue;
            _lines.Write(lines ??= new ArrayBufferWriter<byte>(), time, rows, scores, row);
            inPiece++;
            if (lines.WrittenCount < LargestPiece)
                continue;
            queued += Queue(lines, inPiece);
            (lines, inPiece) = (null, 0);
        }

        if (lines is not null)
            queued += Queue(lines, inPiece);
        Interlocked.Add(ref _dropped, picked - queued);
    }

    /// <summary>Writes what is left and closes the file, unless the disk does not answer.</summary>
    public void Dispose()
    {
        _pieces.Writer.TryComplete();
        _thread.Join(LongestFlush);
    }

    /// <returns>How many rows the queue took.</returns>
    private int Queue(ArrayBufferWriter<byte> lines, int rows) => _pieces.Writer.TryWrite(new Piece(lines.WrittenMemory, rows)) ? rows : 0;

    private void OpenFirst(string folder)
    {
        try
        {
            _files.Open();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"The request log's folder {QuotedText.Of(folder)} cannot be written: {QuotedText.Escape(fault.Message, 400).TrimEnd('.')}. Choose another with --request-log.", fault);
        }
    }

    private void Pump()
    {
        using (_files)
            while (_pieces.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
                while (_pieces.Reader.TryRead(out var piece))
                    Keep(piece);
    }

    private void Keep(Piece piece)
    {
        try
        {
            _files.Write(piece.Lines.Span);
            Interlocked.Add(ref _kept, piece.Rows);
            _failing = false;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Interlocked.Add(ref _dropped, piece.Rows);
            if (!_failing)
                _log.Error("request_log_failed", json => ExceptionFacts.Write(json, fault));
            _failing = true;
        }
    }

    private readonly record struct Piece(ReadOnlyMemory<byte> Lines, int Rows);
}
