namespace ModelPipeline.Docker.Registries.Transport;

/// <summary>Ends an exchange in which nothing has moved for 60 s.</summary>
/// <param name="clock">Measures the time.</param>
/// <param name="cancellation">Ends the exchange as well.</param>
internal sealed class IdleWatch(TimeProvider clock, CancellationToken cancellation) : IDisposable
{
    /// <summary>How long nothing may move.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _idle = new(Longest, clock);
    private CancellationTokenSource? _either;

    public CancellationToken Token => (_either ??= CancellationTokenSource.CreateLinkedTokenSource(_idle.Token, cancellation)).Token;

    /// <summary>Whether an exception means that nothing moved for too long.</summary>
    public bool Explains(Exception fault) => _idle.IsCancellationRequested && !cancellation.IsCancellationRequested
        && (fault is OperationCanceledException || fault.InnerException is OperationCanceledException);

    /// <summary>Says that something moved.</summary>
    public void Move() => _idle.CancelAfter(Longest);

    public void Dispose()
    {
        _either?.Dispose();
        _idle.Dispose();
    }
}
