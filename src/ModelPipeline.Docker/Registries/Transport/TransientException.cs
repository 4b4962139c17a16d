namespace ModelPipeline.Docker.Registries.Transport;

/// <summary>A registry did not do what it was asked, and may do it when it is asked again.</summary>
/// <param name="message">What happened.</param>
/// <param name="cause">The exception behind it, if any.</param>
/// <param name="retryAfter">How long the registry says to wait; <see langword="null"/> where it does not say.</param>
internal sealed class TransientException(string message, Exception? cause = null, TimeSpan? retryAfter = null) : IOException(message, cause)
{
    public TimeSpan? RetryAfter => retryAfter;
}
