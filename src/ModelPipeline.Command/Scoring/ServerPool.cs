using System.Collections.Concurrent;

namespace ModelPipeline.Command.Scoring;

/// <summary>
/// A few serving processes, each started when it is first needed and kept by a thread of its own. Batches wait in one queue.
/// A caller that leaves does not stop the process: its batch is scored to the end, for nobody.
/// </summary>
internal sealed class ServerPool(Func<Server> start, int processes) : IDisposable
{
    private readonly BlockingCollection<ServedBatch> _waiting = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Thread> _keepers = [];
    private int _unanswered;

    /// <summary>Scores a batch.</summary>
    /// <exception cref="ProgramException">There are no scores.</exception>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public void Answer(Batch batch, Span<double> scores, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var served = new ServedBatch(batch, scores.Length, cancellation);
        Enqueue(served);
        served.Wait().CopyTo(scores);
    }

    /// <summary>Ends every process, at once those that are scoring.</summary>
    public void Dispose()
    {
        lock (_keepers)
        {
            if (_stop.IsCancellationRequested)
                return;
            _stop.Cancel();
            _waiting.CompleteAdding();
        }

        foreach (var keeper in _keepers)
            keeper.Join();
        _waiting.Dispose();
    }

    private void Enqueue(ServedBatch batch)
    {
        lock (_keepers)
        {
            ObjectDisposedException.ThrowIf(_stop.IsCancellationRequested, this);
            _waiting.Add(batch, CancellationToken.None);
            if (Interlocked.Increment(ref _unanswered) <= _keepers.Count || _keepers.Count == processes)
                return;
            var keeper = new Thread(Keep) { IsBackground = true, Name = "serve" };
            _keepers.Add(keeper);
            keeper.Start();
        }
    }

    private void Keep()
    {
        using var keeper = new ServerKeeper(start);
        foreach (var batch in _waiting.GetConsumingEnumerable(CancellationToken.None))
        {
            var complete = Answer(keeper, batch);
            Interlocked.Decrement(ref _unanswered);
            complete();
        }
    }

    /// <returns>Tells the caller.</returns>
    private Action Answer(ServerKeeper keeper, ServedBatch batch)
    {
        try
        {
            if (_stop.IsCancellationRequested || batch.IsAbandoned)
                throw new OperationCanceledException();
            var scores = keeper.Answer(batch, _stop.Token);
            return () => batch.Succeed(scores);
        }
        catch (Exception fault)
        {
            return () => batch.Fail(fault);
        }
    }
}
