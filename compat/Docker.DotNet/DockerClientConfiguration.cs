namespace Docker.DotNet;

/// <summary>Where an engine is and how to talk to it.</summary>
public class DockerClientConfiguration : IDisposable
{
    private static readonly TimeSpan UsualTimeout = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan UsualPipeTimeout = TimeSpan.FromMilliseconds(100);

    /// <summary>Describes an engine.</summary>
    /// <param name="endpoint">Its address: <c>unix:</c>, <c>npipe:</c>, <c>tcp:</c>, <c>http:</c> or <c>https:</c>.</param>
    /// <param name="credentials">Default: none.</param>
    /// <param name="defaultTimeout">How long a call that streams nothing may take; default 100 s.</param>
    /// <param name="namedPipeConnectTimeout">How long connecting to a named pipe may take; default 100 ms.</param>
    /// <param name="defaultHttpRequestHeaders">Headers of every request; default: none.</param>
    /// <exception cref="ArgumentException">A time limit is negative.</exception>
    public DockerClientConfiguration(
        Uri endpoint,
        Credentials credentials = null,
        TimeSpan defaultTimeout = default,
        TimeSpan namedPipeConnectTimeout = default,
        IReadOnlyDictionary<string, string> defaultHttpRequestHeaders = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        if (defaultTimeout < Timeout.InfiniteTimeSpan)
            throw new ArgumentException("Timeout must be greater than Timeout.Infinite", nameof(defaultTimeout));

        EndpointBaseUri = endpoint;
        Credentials = credentials ?? new AnonymousCredentials();
        DefaultTimeout = defaultTimeout == default ? UsualTimeout : defaultTimeout;
        NamedPipeConnectTimeout = namedPipeConnectTimeout == default ? UsualPipeTimeout : namedPipeConnectTimeout;
        DefaultHttpRequestHeaders = defaultHttpRequestHeaders ?? new Dictionary<string, string>();
    }

    /// <summary>Headers of every request.</summary>
    public IReadOnlyDictionary<string, string> DefaultHttpRequestHeaders { get; }

    /// <summary>The engine's address.</summary>
    public Uri EndpointBaseUri { get; }

    /// <summary>How the client shows who it is.</summary>
    public Credentials Credentials { get; }

    /// <summary>How long a call that streams nothing may take.</summary>
    public TimeSpan DefaultTimeout { get; }

    /// <summary>How long connecting to a named pipe may take.</summary>
    public TimeSpan NamedPipeConnectTimeout { get; }

    /// <summary>Makes a client; nothing is sent yet.</summary>
    /// <param name="requestedApiVersion">The version of the API; default: the newest of the engine.</param>
    /// <exception cref="ArgumentException">The address of a named pipe is not one.</exception>
    /// <exception cref="Exception">The scheme of the address is not known.</exception>
    public DockerClient CreateClient(Version requestedApiVersion = null) => new(this, requestedApiVersion);

    /// <inheritdoc/>
    public void Dispose()
    {
        Credentials.Dispose();
        GC.SuppressFinalize(this);
    }
}
