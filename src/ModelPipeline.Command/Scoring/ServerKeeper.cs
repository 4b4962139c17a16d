namespace ModelPipeline.Command.Scoring;

/// <summary>Keeps one serving process: starts it for the first batch, and another after it failed.</summary>
internal sealed class ServerKeeper(Func<Server> start) : IDisposable
{
    private Server? _server;

    /// <summary>Scores a batch. A process that served before and has ended since is replaced, once; one that fails is ended.</summary>
    /// <exception cref="ProgramException">There are no scores.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public double[] Answer(ServedBatch batch, CancellationToken stop)
    {
        try
        {
            return AnswerOrReplace(batch, stop);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        _server?.Dispose();
        _server = null;
    }

    private double[] AnswerOrReplace(ServedBatch batch, CancellationToken stop)
    {
        var scores = new double[batch.Values];
        _server ??= start();
        try
        {
            _server.Answer(batch.Rows, scores, stop);
        }
        catch (ServerEndedException) when (_server.HasServed)
        {
            Dispose();
            _server = start();
            _server.Answer(batch.Rows, scores, stop);
        }

        return scores;
    }
}
