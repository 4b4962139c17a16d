namespace ModelPipeline.Command.Scoring;

/// <summary>A few serving processes, each started when it is first needed. A batch has one for itself.</summary>
internal sealed class ServerPool(Func<Server> start, int processes) : IDisposable
{
    private readonly SemaphoreSlim _free = new(processes);
    private readonly Stack<Server> _idle = [];
    private bool _disposed;

    /// <summary>Scores a batch. A process that served before and has ended since is replaced, once.</summary>
    /// <exception cref="ProgramException">There are no scores.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public void Answer(Batch batch, Span<double> scores, CancellationToken cancellation)
    {
        _free.Wait(cancellation);
        var server = Take();
        try
        {
            try
            {
                server.Answer(batch, scores, cancellation);
            }
            catch (ServerEndedException) when (server.HasServed)
            {
                server.Dispose();
                server = start();
                server.Answer(batch, scores, cancellation);
            }

            Return(server);
        }
        catch
        {
            server.Dispose();
            throw;
        }
        finally
        {
            _free.Release();
        }
    }

    public void Dispose()
    {
        lock (_idle)
        {
            _disposed = true;
            while (_idle.TryPop(out var server))
                server.Dispose();
        }
    }

    private Server Take()
    {
        lock (_idle)
            return _idle.TryPop(out var server) ? server : start();
    }

    private void Return(Server server)
    {
        lock (_idle)
        {
            if (!_disposed)
            {
                _idle.Push(server);
                return;
            }
        }

        server.Dispose();
    }
}
