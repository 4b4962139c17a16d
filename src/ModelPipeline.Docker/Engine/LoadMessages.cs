using Docker.DotNet.Models;

namespace ModelPipeline.Docker.Engine;

/// <summary>Listens to an engine that loads an image: an error comes as a message among others.</summary>
internal sealed class LoadMessages : IProgress<JSONMessage>
{
    private string? _error;

    /// <inheritdoc/>
    public void Report(JSONMessage value) => _error ??= value.ErrorMessage ?? value.Error?.Message;

    /// <exception cref="IOException">The engine told of an error.</exception>
    public void ThrowOnError()
    {
        if (_error is not null)
            throw new IOException(_error);
    }
}
