namespace ModelPipeline.GitHub.Transport;

/// <summary>When the next request may be sent.</summary>
/// <param name="clock">Tells the time and waits.</param>
/// <param name="betweenChanges">The time between two changes.</param>
internal sealed class Pace(TimeProvider clock, TimeSpan betweenChanges) : IDisposable
{
    private readonly SemaphoreSlim _changes = new(1);
    private readonly Lock _lock = new();
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private DateTimeOffset _nextChange = DateTimeOffset.MinValue;

    /// <summary>Nothing is sent before a time: GitHub asked for it.</summary>
    /// <param name="until">The time.</param>
    public void HoldUntil(DateTimeOffset until)
    {
        lock (_lock)
            _notBefore = until > _notBefore ? until : _notBefore;
    }

    /// <summary>Waits until a request may be sent.</summary>
    /// <param name="isChange">Whether it changes something.</param>
    /// <param name="cancellation">Stops the waiting.</param>
    public async Task WaitAsync(bool isChange, CancellationToken cancellation)
    {
        if (!isChange)
        {
            await WaitAsync(() => _notBefore, cancellation);
            return;
        }

        await _changes.WaitAsync(cancellation);
        try
        {
            await WaitAsync(() => _nextChange > _notBefore ? _nextChange : _notBefore, cancellation);
            _nextChange = clock.GetUtcNow() + betweenChanges;
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _changes.Dispose();

    private async Task WaitAsync(Func<DateTimeOffset> until, CancellationToken cancellation)
    {
        while (Left(until) is var left && left > TimeSpan.Zero)
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), clock, cancellation);
    }

    private TimeSpan Left(Func<DateTimeOffset> until)
    {
        lock (_lock)
            return until() - clock.GetUtcNow();
    }
}
