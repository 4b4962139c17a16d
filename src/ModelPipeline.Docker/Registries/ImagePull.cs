using ModelPipeline.Docker.Images;
using ModelPipeline.Docker.Registries.Manifests;
using ModelPipeline.Docker.Registries.Transport;

namespace ModelPipeline.Docker.Registries;

/// <summary>Fetches the parts of one image.</summary>
/// <param name="session">The repository.</param>
/// <param name="blobs">Where its parts are kept.</param>
/// <param name="retries">Asks again after a fault.</param>
internal sealed class ImagePull(RegistrySession session, BlobDownload blobs, Retries retries)
{
    private readonly ManifestStore _manifests = new(session);

    /// <summary>Finds the manifest of the image for Linux on x64.</summary>
    /// <param name="source">The image.</param>
    /// <param name="pinned">The digest that it or the index that leads to it must have; <see langword="null"/> for any.</param>
    /// <param name="cancellation">Stops the asking.</param>
    /// <exception cref="InvalidDataException">It is not as it should be.</exception>
    public async Task<RegistryManifest> FindManifestAsync(ImageReference source, Digest? pinned, CancellationToken cancellation)
    {
        var first = await ReadAsync(source.Digest?.ToString() ?? pinned?.ToString() ?? source.Version, cancellation);
        var document = ManifestDocument.Read(first.Bytes);
        var found = document.Manifests is null ? first : await ReadAsync(document.FindSupported().Identify().ToString(), cancellation);
        if (pinned is { } digest && digest != first.Digest && digest != found.Digest)
            throw new InvalidDataException($"it is {found.Digest}, but image.lock pins {digest}: delete the file to take the new one");
        return found;
    }

    /// <summary>Reads the configuration.</summary>
    /// <param name="config">What the manifest says of it.</param>
    /// <param name="cancellation">Stops the fetching.</param>
    /// <exception cref="InvalidDataException">It is too long.</exception>
    public async Task<byte[]> ReadConfigAsync(Descriptor config, CancellationToken cancellation)
    {
        if (config.Size > ImageConfiguration.LongestBytes)
            throw new InvalidDataException($"its configuration is longer than {ImageConfiguration.LongestBytes >> 20} MB");
        await FetchAsync(config, () => { }, cancellation);
        return await File.ReadAllBytesAsync(blobs.PathOf(config.Identify()), cancellation);
    }

    /// <summary>Fetches a blob that is not kept yet.</summary>
    /// <param name="blob">What the manifest says of it.</param>
    /// <param name="fetching">Is called where it is fetched.</param>
    /// <param name="cancellation">Stops the fetching.</param>
    public async Task FetchAsync(Descriptor blob, Action fetching, CancellationToken cancellation)
    {
        if (blobs.Has(blob.Identify()))
            return;
        fetching();
        await retries.RunAsync(() => blobs.RunAsync(blob, cancellation), cancellation);
    }

    /// <summary>A layer that was fetched.</summary>
    /// <param name="layer">What the manifest says of it.</param>
    /// <param name="diffId">The digest of its unpacked bytes.</param>
    public BaseLayer Layer(Descriptor layer, Digest diffId) =>
        new(layer.Identify(), diffId, layer.Size, blobs.PathOf(layer.Identify()), layer.MediaType!);

    /// <summary>Reads a manifest from the folder where its digest is given and it is kept, else from the registry; what a digest names is kept.</summary>
    private async Task<RegistryManifest> ReadAsync(string version, CancellationToken cancellation)
    {
        if (Digest.TryParse(version, out var digest) && blobs.Has(digest))
            return new RegistryManifest(digest, null, await File.ReadAllBytesAsync(blobs.PathOf(digest), cancellation));
        var manifest = await retries.RunAsync(() => _manifests.FindAsync(version, cancellation), cancellation)
            ?? throw new InputException($"The registry {session.Reference.Registry} has no image {session.Reference}{(version == session.Reference.Version ? "" : $" with the digest {version}")}. Check its name, and that you may read it.");
        await blobs.KeepAsync(manifest);
        return manifest;
    }
}
