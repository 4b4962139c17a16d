namespace Docker.DotNet;

/// <summary>No credentials: who reaches the engine may use it.</summary>
public class AnonymousCredentials : Credentials
{
    /// <inheritdoc/>
    public override bool IsTlsCredentials() => false;

    /// <inheritdoc/>
    public override void Dispose() => base.Dispose();

    /// <inheritdoc/>
    public override HttpMessageHandler GetHandler(HttpMessageHandler innerHandler) => innerHandler;
}
