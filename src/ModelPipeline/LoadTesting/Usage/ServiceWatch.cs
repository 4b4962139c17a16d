using ModelPipeline.Serving;

namespace ModelPipeline.LoadTesting.Usage;

/// <summary>Looks every now and then what a service uses and whether it still runs. Where it ended, <see cref="Stopped"/> is cancelled. Disposing ends the looking.</summary>
internal sealed class ServiceWatch : IAsyncDisposable
{
    private readonly IServiceInstance _service;
    private readonly CancellationTokenSource _stopped;
    private readonly CancellationTokenSource _done;
    private readonly Task _task;
    private readonly Lock _lock = new();
    private long _peak;

    /// <summary>Begins to look.</summary>
    /// <param name="service">The service.</param>
    /// <param name="sampling">How often.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="cancellation">Stops the looking, and what waits for <see cref="Stopped"/>.</param>
    public ServiceWatch(IServiceInstance service, TimeSpan sampling, TimeProvider clock, CancellationToken cancellation)
    {
        _service = service;
        _stopped = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _done = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _task = Task.Run(() => LookAsync(sampling, clock), CancellationToken.None);
    }

    /// <summary>Ends where the service ended or the test is stopped.</summary>
    public CancellationToken Stopped => _stopped.Token;

    /// <summary>Why the service ended: its exit code and last words; <see langword="null"/> while it runs.</summary>
    public string? End { get; private set; }

    /// <summary>The most memory that was seen so far, in megabytes of 1,048,576 bytes; <see langword="null"/> where it cannot be told.</summary>
    public double? PeakMb
    {
        get
        {
            lock (_lock)
                return _peak == 0 ? null : (double)_peak / (1 << 20);
        }
    }

    /// <summary>What the service uses now; <see langword="null"/> where that cannot be told.</summary>
    /// <param name="cancellation">Stops the asking.</param>
    public async Task<ServiceUsage?> ReadAsync(CancellationToken cancellation)
    {
        var usage = await _service.ReadUsageAsync(cancellation).ConfigureAwait(false);
        lock (_lock)
            _peak = Math.Max(_peak, usage?.MemoryBytes ?? 0);
        return usage;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync().ConfigureAwait(false);
        await _task.ConfigureAwait(false);
        _done.Dispose();
        _stopped.Dispose();
    }

    /// <summary>One look more or less makes no difference; where none could be taken, the memory cannot be told.</summary>
    private async Task SampleAsync()
    {
        try
        {
            await ReadAsync(_done.Token).ConfigureAwait(false);
        }
        catch (IOException)
        {
            // The next look may succeed; whether the service ended is asked right after.
        }
    }

    private async Task LookAsync(TimeSpan sampling, TimeProvider clock)
    {
        try
        {
            using var timer = new PeriodicTimer(sampling, clock);
            do
            {
                await SampleAsync().ConfigureAwait(false);
                End = await _service.ReadEndAsync(_done.Token).ConfigureAwait(false);
            }
            while (End is null && await timer.WaitForNextTickAsync(_done.Token).ConfigureAwait(false));

            await _stopped.CancelAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_done.IsCancellationRequested)
        {
            // The test is over.
        }
    }
}
