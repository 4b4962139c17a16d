namespace ModelPipeline.Docker.Images;

/// <summary>Gets the images that others are built on.</summary>
internal interface IBaseImages
{
    /// <summary>Gets an image for Linux on x64.</summary>
    /// <param name="reference">The image, for example <c>mcr.example/dotnet/runtime-deps:10.0</c>, with or without a digest.</param>
    /// <param name="pinned">The digest of its manifest that it must have; <see langword="null"/> for whatever the reference means now.</param>
    /// <param name="blobs">The folder that its layers are kept in, by digest.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops the transfer.</param>
    Task<BaseImage> GetAsync(string reference, Digest? pinned, string blobs, IProgress<string> progress, CancellationToken cancellation);
}
