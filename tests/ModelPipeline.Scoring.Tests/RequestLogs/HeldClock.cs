namespace ModelPipeline.Scoring.Tests.RequestLogs;

/// <summary>A clock that makes the request log's own thread wait, as a slow disk does.</summary>
internal sealed class HeldClock : TimeProvider, IDisposable
{
    private readonly Thread _caller = Thread.CurrentThread;
    private readonly ManualResetEventSlim _held = new();
    private readonly ManualResetEventSlim _released = new();

    public void WaitUntilHeld() => _held.Wait(TestContext.Current.CancellationToken);

    public void Release() => _released.Set();

    public override DateTimeOffset GetUtcNow()
    {
        if (Thread.CurrentThread != _caller)
        {
            _held.Set();
            _released.Wait(TestContext.Current.CancellationToken);
        }

        return base.GetUtcNow();
    }

    public void Dispose()
    {
        _held.Dispose();
        _released.Dispose();
    }
}
