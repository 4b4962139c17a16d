namespace ModelPipeline.Serving;

/// <summary>A scoring service that was started. Disposing ends it and removes what it left.</summary>
public interface IServiceInstance : IAsyncDisposable
{
    /// <summary>Where it runs, for people: <c>a container of Docker 28.2.2</c> or <c>a local process</c>.</summary>
    string Place { get; }

    /// <summary>Its address, for example <c>http://127.0.0.1:41234/</c>.</summary>
    Uri Address { get; }

    /// <summary>The timestamp of the clock when it was told to start.</summary>
    long Started { get; }

    /// <summary>What it uses now; <see langword="null"/> where that cannot be told.</summary>
    /// <param name="cancellation">Stops the asking.</param>
    Task<ServiceUsage?> ReadUsageAsync(CancellationToken cancellation);

    /// <summary>Why it ended: its exit code and last words; <see langword="null"/> while it runs.</summary>
    /// <param name="cancellation">Stops the asking.</param>
    Task<string?> ReadEndAsync(CancellationToken cancellation);
}
