namespace ModelPipeline.GitHub.Tests.OpenApi;

/// <summary>GitHub's description as a server, started once it is needed.</summary>
public sealed class PrismMock : IAsyncDisposable
{
    private readonly Lazy<Task<PrismProcess>> _process = new(PrismProcess.MockAsync);

    /// <summary>A recorder in front of it, of a test's own.</summary>
    internal async Task<Recorder> RecordAsync() => await Recorder.StartAsync((await _process.Value).Address);

    public async ValueTask DisposeAsync()
    {
        if (_process is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            (await _process.Value).Dispose();
    }
}
