namespace ModelPipeline.Scoring.Hosting;

/// <summary>Keeps the host from listening to signals: <see cref="StopSignals"/> does.</summary>
internal sealed class NoSignals : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
