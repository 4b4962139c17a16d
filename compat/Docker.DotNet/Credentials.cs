namespace Docker.DotNet;

/// <summary>How a client shows an engine who it is.</summary>
public abstract class Credentials : IDisposable
{
    /// <summary>Whether the connection is encrypted.</summary>
    public abstract bool IsTlsCredentials();

    /// <summary>The handler that sends the requests.</summary>
    /// <param name="innerHandler">The handler that connects to the engine.</param>
    public abstract HttpMessageHandler GetHandler(HttpMessageHandler innerHandler);

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
