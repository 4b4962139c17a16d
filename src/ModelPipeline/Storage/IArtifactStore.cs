namespace ModelPipeline.Storage;

/// <summary>Keeps bytes by their digest: bundles, images and evidence of proposed releases.</summary>
public interface IArtifactStore
{
    /// <summary>Stores bytes; where they are stored already, nothing changes.</summary>
    /// <param name="name">What people call it, for example <c>bundle.zip</c>; it identifies nothing.</param>
    /// <param name="content">The bytes, from the stream's position to its end.</param>
    /// <param name="cancellation">Stops it; nothing half-written is left.</param>
    /// <returns>Their digest.</returns>
    /// <exception cref="IOException">They cannot be stored.</exception>
    Task<Digest> PutAsync(string name, Stream content, CancellationToken cancellation);

    /// <summary>Opens stored bytes for reading, after their digest was verified.</summary>
    /// <param name="digest">Their digest.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="IOException">They are not stored, or cannot be read.</exception>
    /// <exception cref="InvalidDataException">What is stored has another digest.</exception>
    Task<Stream> OpenAsync(Digest digest, CancellationToken cancellation);
}
