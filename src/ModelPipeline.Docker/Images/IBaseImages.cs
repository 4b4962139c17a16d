namespace ModelPipeline.Docker.Images;

/// <summary>Finds what images are built on.</summary>
internal interface IBaseImages
{
    /// <summary>Finds a base for Linux on x86-64 and puts its layers into a folder.</summary>
    /// <param name="reference">Which one: an image in a registry, or the full path of an archive.</param>
    /// <param name="pinned">The digest that it must have; <see langword="null"/> for whatever the reference names today.</param>
    /// <param name="blobFolder">The folder of blobs by content, one file each, named by the digest's hexadecimal digits.</param>
    /// <param name="progress">Takes a few words on what is being done.</param>
    /// <param name="cancellation">Stops the finding; nothing half-written is left.</param>
    /// <exception cref="InputException">There is no such base, it is for another machine, or its bytes are not what their digests say.</exception>
    Task<BaseImage> ResolveAsync(string reference, Digest? pinned, string blobFolder, IProgress<string> progress, CancellationToken cancellation);
}
