namespace ModelPipeline.GitHub.Tests.OpenApi;

/// <summary>GitHub's description as a server, started once it is needed.</summary>
public sealed class PrismMock : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("openapi-").FullName;
    private readonly Lazy<Task<PrismProcess>> _process;

    public PrismMock() => _process = new(StartAsync);

    /// <summary>A recorder in front of it, of a test's own.</summary>
    internal async Task<Recorder> RecordAsync() => await Recorder.StartAsync((await _process.Value).Address);

    public async ValueTask DisposeAsync()
    {
        if (_process is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
            (await _process.Value).Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<PrismProcess> StartAsync()
    {
        var file = Path.Combine(_folder, "description.json");
        Description.Read().Write(file);
        return PrismProcess.MockAsync(file);
    }
}
