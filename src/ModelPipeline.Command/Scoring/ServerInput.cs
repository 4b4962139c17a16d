using System.Collections.Concurrent;

namespace ModelPipeline.Command.Scoring;

/// <summary>Sends batches to a serving process, on a thread of its own: a process that reads nothing holds up that thread alone, and nobody waits for it.</summary>
internal sealed class ServerInput
{
    private readonly BlockingCollection<Batch> _batches = [];
    private volatile bool _allSent;
    private volatile Exception? _fault;

    /// <param name="stream">The process's standard input, which is closed at the end.</param>
    public ServerInput(Stream stream) => new Thread(() => SendAll(stream)) { IsBackground = true, Name = "serve: input" }.Start();

    /// <summary>Whether the process may have seen the end of the last batch.</summary>
    public bool HasSentAll => _allSent;

    /// <summary>What went wrong with the rows themselves; that a process reads no more shows where its answer is read.</summary>
    public Exception? Fault => _fault;

    public void Send(Batch batch)
    {
        _allSent = false;
        _batches.Add(batch);
    }

    /// <summary>Closes the input after the last batch.</summary>
    public void Close() => _batches.CompleteAdding();

    private void SendAll(Stream stream)
    {
        try
        {
            using (stream)
                foreach (var batch in _batches.GetConsumingEnumerable())
                    Send(batch, stream);
        }
        catch (Exception fault)
        {
            _fault = fault is IOException ? null : fault;
        }
    }

    private void Send(Batch batch, Stream stream)
    {
        batch.Write(stream, CancellationToken.None);
        stream.Flush();
        _allSent = true;
        stream.WriteByte((byte)'\n');
        stream.Flush();
    }
}
