using ModelPipeline.LoadTesting.Sending;

namespace ModelPipeline.Tests.LoadTesting.Sending;

/// <summary>A clock that goes on only where a client waits, and then at once.</summary>
internal sealed class SimulatedTime : TimeProvider, IPacer
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How much too late a client wakes up.</summary>
    public Func<TimeSpan, TimeSpan> Oversleep { get; init; } = _ => TimeSpan.Zero;

    public TimeSpan Now => TimeSpan.FromTicks(_now);

    public override long GetTimestamp() => _now;

    public void Advance(TimeSpan time) => _now += time.Ticks;

    public void WaitUntil(long due, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        _now = Math.Max(_now, due + Oversleep(TimeSpan.FromTicks(due)).Ticks);
    }
}
