namespace ModelPipeline.Tests.Runs;

/// <summary>A clock on which every wait is over at once.</summary>
internal sealed class HastyClock : TimeProvider
{
    private readonly TaskCompletionSource _waitedOften = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _waits;

    /// <summary>Ends when there were several waits.</summary>
    public Task WaitedOften => _waitedOften.Task;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        dueTime.ShouldBeGreaterThan(TimeSpan.Zero);
        if (Interlocked.Increment(ref _waits) == 5)
            _waitedOften.SetResult();
        return TimeProvider.System.CreateTimer(callback, state, TimeSpan.FromTicks(1), period);
    }
}
