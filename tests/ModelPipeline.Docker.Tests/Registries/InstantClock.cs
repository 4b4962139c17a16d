using ModelPipeline.Docker.Registries.Transport;

namespace ModelPipeline.Docker.Tests.Registries;

/// <summary>A clock on which waiting takes no time. What waits for a peer that does nothing waits until <see cref="LetWatchesExpire"/>.</summary>
internal sealed class InstantClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly HashSet<WaitingTimer> _watches = [];
    private readonly List<double> _waits = [];
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The seconds that were waited.</summary>
    public double[] Waits
    {
        get
        {
            lock (_lock)
                return [.. _waits];
        }
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public void Advance(TimeSpan time)
    {
        lock (_lock)
            _now += time;
    }

    public void LetWatchesExpire()
    {
        WaitingTimer[] expired;
        lock (_lock)
            expired = [.. _watches];
        foreach (var timer in expired)
            timer.Fire();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new WaitingTimer(this, () => callback(state));
        lock (_lock)
        {
            if (dueTime == IdleWatch.Longest)
            {
                _watches.Add(timer);
                return timer;
            }

            _waits.Add(dueTime.TotalSeconds);
            _now += dueTime;
        }

        ThreadPool.QueueUserWorkItem(_ => timer.Fire());
        return timer;
    }

    private sealed class WaitingTimer(InstantClock clock, Action fire) : ITimer
    {
        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (clock._lock)
                clock._watches.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
