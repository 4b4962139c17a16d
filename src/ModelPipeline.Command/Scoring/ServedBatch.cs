namespace ModelPipeline.Command.Scoring;

/// <summary>A batch that waits for a serving process, or is scored by one. Its caller may leave before.</summary>
/// <param name="batch">The rows.</param>
/// <param name="values">How many scores they have.</param>
/// <param name="cancellation">Lets the caller leave.</param>
internal sealed class ServedBatch(Batch batch, int values, CancellationToken cancellation)
{
    private readonly TaskCompletionSource<double[]> _scores = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Batch Rows => batch;

    public int Values => values;

    /// <summary>Whether nobody waits for it any more.</summary>
    public bool IsAbandoned => cancellation.IsCancellationRequested;

    public void Succeed(double[] scores) => _scores.SetResult(scores);

    public void Fail(Exception fault) => _scores.SetException(fault);

    /// <summary>Waits for the scores, without a thread of the pool to help.</summary>
    /// <exception cref="OperationCanceledException">The caller left.</exception>
    public double[] Wait()
    {
        Task.WaitAny([_scores.Task], cancellation);
        return _scores.Task.GetAwaiter().GetResult();
    }
}
