namespace ModelPipeline.Docker.Engine;

/// <summary>
/// A cancellation that comes some time after another. The engine may end what it has begun though its client has gone:
/// a call that makes something is given the time to end, so that what it made is there when it is to be removed.
/// </summary>
internal sealed class LateCancellation : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _registration;

    /// <param name="cancellation">The cancellation that it follows.</param>
    /// <param name="delay">How long after it.</param>
    /// <param name="limit">When it comes in any case.</param>
    public LateCancellation(CancellationToken cancellation, TimeSpan delay, TimeSpan limit)
    {
        _source = new CancellationTokenSource(limit);
        _registration = cancellation.Register(() => _source.CancelAfter(delay));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registration.Dispose();
        _source.Dispose();
    }
}
