using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading.Channels;

namespace ModelPipeline.Scoring.Logs;

/// <summary>
/// Writes the service's log, a JSON object a line. Nobody waits for it: lines go through a bounded queue to a thread of their own, and where that is
/// full, or the output is closed, they are dropped and counted.
/// </summary>
internal sealed class JsonLog : IDisposable
{
    private const int LongestQueue = 4096;
    private static readonly TimeSpan LongestFlush = TimeSpan.FromSeconds(2);
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.Default };

    private readonly Channel<ReadOnlyMemory<byte>> _lines = Channel.CreateBounded<ReadOnlyMemory<byte>>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly TimeProvider _time;
    private readonly Thread _thread;
    private long _dropped;

    /// <summary>Begins a log.</summary>
    /// <param name="output">Where it goes; stays open.</param>
    /// <param name="time">The clock.</param>
    public JsonLog(Stream output, TimeProvider time)
    {
        _time = time;
        _thread = new Thread(() => Pump(output)) { IsBackground = true, Name = "log" };
        _thread.Start();
    }

    /// <summary>How many lines were dropped.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    /// <summary>Says that something happened, with facts that hold no data value.</summary>
    public void Info(string name, Action<Utf8JsonWriter>? facts = null) => Write("info", name, facts);

    /// <summary>Says that something is wrong that the service lives with.</summary>
    public void Warning(string name, Action<Utf8JsonWriter>? facts = null) => Write("warning", name, facts);

    /// <summary>Says that something failed.</summary>
    public void Error(string name, Action<Utf8JsonWriter>? facts = null) => Write("error", name, facts);

    /// <summary>Writes what is left, unless the output blocks.</summary>
    public void Dispose()
    {
        _lines.Writer.TryComplete();
        _thread.Join(LongestFlush);
    }

    private void Write(string level, string name, Action<Utf8JsonWriter>? facts)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(line, Compact))
        {
            json.WriteStartObject();
            json.WriteString("event", name);
            json.WriteString("time", _time.GetUtcNow().UtcDateTime);
            json.WriteString("level", level);
            facts?.Invoke(json);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        if (!_lines.Writer.TryWrite(line.WrittenMemory))
            Interlocked.Increment(ref _dropped);
    }

    private void Pump(Stream output)
    {
        while (_lines.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            while (_lines.Reader.TryRead(out var line))
                WriteLine(output, line.Span);
    }

    private void WriteLine(Stream output, ReadOnlySpan<byte> line)
    {
        try
        {
            output.Write(line);
            output.Flush();
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            Interlocked.Increment(ref _dropped);
        }
    }
}
