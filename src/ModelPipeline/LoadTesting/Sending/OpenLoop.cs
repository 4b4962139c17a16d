namespace ModelPipeline.LoadTesting.Sending;

/// <summary>
/// Sends each request when it is due, whether or not those before it were answered, as independent users do. A latency counts from the moment a request was due:
/// what a slow service or a late client adds is in it.
/// </summary>
/// <param name="transport">Sends.</param>
/// <param name="pacer">Waits.</param>
/// <param name="clock">The clock.</param>
/// <param name="plan">How many requests may wait at a time, and for how long.</param>
internal sealed class OpenLoop(ITransport transport, IPacer pacer, TimeProvider clock, LoadPlan plan)
{
    private int _waiting;

    /// <summary>Sends requests on a schedule and waits for their answers.</summary>
    /// <param name="schedule">When they are due, from the start.</param>
    /// <param name="warmUp">Until when they are not counted.</param>
    /// <param name="length">The schedule's length, warm-up included.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<LoadReading> RunAsync(IReadOnlyList<TimeSpan> schedule, TimeSpan warmUp, TimeSpan length, CancellationToken cancellation)
    {
        var reading = new LoadReading(length - warmUp);
        var calls = await Task.Factory.StartNew(
            () => Send(schedule, warmUp, reading, cancellation), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default).ConfigureAwait(false);
        await Task.WhenAll(calls).ConfigureAwait(false);
        return reading;
    }

    private List<Task> Send(IReadOnlyList<TimeSpan> schedule, TimeSpan warmUp, LoadReading reading, CancellationToken cancellation)
    {
        var begin = clock.GetTimestamp();
        var calls = new List<Task>();
        for (var number = 0; number < schedule.Count; number++)
        {
            var due = begin + (long)(schedule[number].TotalSeconds * clock.TimestampFrequency);
            pacer.WaitUntil(due, cancellation);
            var counted = schedule[number] >= warmUp ? reading : null;
            counted?.AddLag(clock.GetElapsedTime(due));
            if (Volatile.Read(ref _waiting) >= plan.MostConnections)
                counted?.AddMissed(plan.AnswerLimit);
            else
                calls.Add(CallAsync(number, due, schedule[number] - warmUp, counted, cancellation));
        }

        return calls;
    }

    private async Task CallAsync(int number, long due, TimeSpan offset, LoadReading? reading, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            var reply = await transport.SendAsync(number, cancellation).ConfigureAwait(false);
            reading?.Add(reply, offset, clock.GetElapsedTime(due, reply.Finished));
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }
}
