namespace ModelPipeline.LoadTesting.Sending;

/// <summary>Sends over each of a few connections as soon as the last answer is there: what a service gives at most. It says nothing of latencies.</summary>
/// <param name="transport">Sends.</param>
/// <param name="clock">The clock.</param>
internal sealed class ClosedLoop(ITransport transport, TimeProvider clock)
{
    private int _number;
    private long _correct;
    private long _wrong;
    private string? _fault;

    /// <summary>How many wrong answers there were, those of the warm-up included.</summary>
    public long Wrong => _wrong;

    /// <summary>What was wrong with one of them.</summary>
    public string? Fault => _fault;

    /// <summary>The correct answers in a second.</summary>
    /// <param name="connections">How many connections there are.</param>
    /// <param name="warmUp">How long answers are not counted.</param>
    /// <param name="length">How long they are counted thereafter.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<double> RunAsync(int connections, TimeSpan warmUp, TimeSpan length, CancellationToken cancellation)
    {
        var begin = clock.GetTimestamp() + Ticks(warmUp);
        var end = begin + Ticks(length);
        await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(() => SendAsync(begin, end, cancellation), cancellation))).ConfigureAwait(false);
        return _correct / length.TotalSeconds;
    }

    private async Task SendAsync(long begin, long end, CancellationToken cancellation)
    {
        while (clock.GetTimestamp() < end)
        {
            cancellation.ThrowIfCancellationRequested();
            var reply = await transport.SendAsync(Interlocked.Increment(ref _number) & int.MaxValue, cancellation).ConfigureAwait(false);
            if (reply.Result == CallResult.Correct && reply.Finished >= begin && reply.Finished < end)
                Interlocked.Increment(ref _correct);
            if (reply.Result != CallResult.WrongAnswer)
                continue;
            Interlocked.Increment(ref _wrong);
            _fault ??= reply.Fault;
        }
    }

    private long Ticks(TimeSpan time) => (long)(time.TotalSeconds * clock.TimestampFrequency);
}
