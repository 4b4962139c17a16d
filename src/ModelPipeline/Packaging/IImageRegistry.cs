namespace ModelPipeline.Packaging;

/// <summary>Takes images and gives them to container engines.</summary>
public interface IImageRegistry
{
    /// <summary>Looks an image up.</summary>
    /// <param name="reference">Where it is, with a tag, for example <c>ghcr.io/acme/churn:1.2.0</c>.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The digest of the manifest that the registry has under the reference; <see langword="null"/> where it has none.</returns>
    /// <exception cref="InputException">The reference is at fault, or the registry refuses.</exception>
    /// <exception cref="IOException">The registry could not be reached, after retries.</exception>
    Task<Digest?> FindAsync(string reference, IProgress<string> progress, CancellationToken cancellation);

    /// <summary>Uploads an image and reads back its digest. What is there already is not sent again, and another image is never replaced; safe to repeat after any failure.</summary>
    /// <param name="archive">The image's archive, as <see cref="IImageBuilder"/> writes it.</param>
    /// <param name="reference">Where it goes, with a tag, for example <c>ghcr.io/acme/churn:1.2.0</c>.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops the upload.</param>
    /// <returns>The digest of the manifest that the registry has under the reference now.</returns>
    /// <exception cref="InputException">The reference or the archive is at fault, the tag is another image's, or the registry refuses.</exception>
    /// <exception cref="IOException">The registry could not be reached or has not what was sent, after retries.</exception>
    Task<Digest> PushAsync(string archive, string reference, IProgress<string> progress, CancellationToken cancellation);
}
