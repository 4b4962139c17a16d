namespace ModelPipeline.Packaging;

/// <summary>Makes images without a container engine.</summary>
public interface IImageBuilder
{
    /// <summary>The scoring service that goes into every image.</summary>
    /// <exception cref="InputException">It is not there.</exception>
    ServicePayload Payload { get; }

    /// <summary>What identifies everything that a build takes from this machine: the base's archive, its pin, or the native libraries. Payload and bundle are left out.</summary>
    /// <param name="request">What the image is made of.</param>
    /// <exception cref="InputException">The base's archive or a native library cannot be had.</exception>
    Digest ReadSurroundings(ImageRequest request);

    /// <summary>Builds an image and writes it as an archive. Equal requests, payloads and bases give equal bytes.</summary>
    /// <param name="request">What the image is made of.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops the building; nothing half-written is left.</param>
    /// <exception cref="InputException">The base or a native library cannot be had; the message says what to do.</exception>
    Task<BuiltImage> BuildAsync(ImageRequest request, IProgress<string> progress, CancellationToken cancellation);

    /// <summary>Reads an archive again and says what is wrong with it, a sentence each; nothing where it is sound.</summary>
    /// <param name="archive">The archive's path.</param>
    /// <param name="expected">What <see cref="BuildAsync"/> said of it.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<string>> FaultsAsync(string archive, BuiltImage expected, CancellationToken cancellation);
}
