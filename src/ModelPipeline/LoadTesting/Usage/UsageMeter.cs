using ModelPipeline.Serving;

namespace ModelPipeline.LoadTesting.Usage;

/// <summary>Measures what service and client use over a time.</summary>
/// <param name="watch">Looks at the service; <see langword="null"/> where it runs elsewhere.</param>
/// <param name="metrics">The service's metrics; <see langword="null"/> for none.</param>
/// <param name="clock">The clock.</param>
internal sealed class UsageMeter(ServiceWatch? watch, MetricsPage? metrics, TimeProvider clock)
{
    private long _begun;
    private TimeSpan _client;
    private ServiceUsage? _service;
    private GarbageCollections? _collections;

    /// <summary>Begins to measure.</summary>
    public async Task BeginAsync(CancellationToken cancellation)
    {
        _collections = await CollectionsAsync(cancellation).ConfigureAwait(false);
        _service = await UsageAsync(cancellation).ConfigureAwait(false);
        (_client, _begun) = (ClientCpu.Read(), clock.GetTimestamp());
    }

    /// <summary>What was used since <see cref="BeginAsync"/>.</summary>
    public async Task<LoadUsage> EndAsync(CancellationToken cancellation)
    {
        var (client, time) = (ClientCpu.Read() - _client, clock.GetElapsedTime(_begun));
        var service = await UsageAsync(cancellation).ConfigureAwait(false);
        var collections = await CollectionsAsync(cancellation).ConfigureAwait(false);
        return new LoadUsage(
            service is null || _service is null ? null : (service.CpuTime - _service.CpuTime) / time,
            client / time,
            watch?.PeakMb,
            collections is null || _collections is null ? null : collections.Since(_collections));
    }

    private Task<ServiceUsage?> UsageAsync(CancellationToken cancellation) => watch?.ReadAsync(cancellation) ?? Task.FromResult<ServiceUsage?>(null);

    private Task<GarbageCollections?> CollectionsAsync(CancellationToken cancellation) => metrics?.ReadAsync(cancellation) ?? Task.FromResult<GarbageCollections?>(null);
}
