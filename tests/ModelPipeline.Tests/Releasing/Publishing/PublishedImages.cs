using ModelPipeline.Packaging;

namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>A registry of images in memory.</summary>
internal sealed class PublishedImages(Wire wire) : IImageRegistry
{
    /// <summary>The digests by reference.</summary>
    public Dictionary<string, Digest> Images { get; } = [];

    /// <summary>The digest of the image in an archive.</summary>
    public static Digest DigestIn(byte[] archive) => Digest.Of("manifest of " + Digest.Of(archive));

    public Task<Digest?> FindAsync(string reference, IProgress<string> progress, CancellationToken cancellation) =>
        wire.ReadAsync("image", () => Images.TryGetValue(reference, out var digest) ? digest : (Digest?)null);

    public Task<Digest> PushAsync(string archive, string reference, IProgress<string> progress, CancellationToken cancellation)
    {
        var bytes = File.ReadAllBytes(archive);
        return wire.ChangeAsync("push", () => Images[reference] = DigestIn(bytes));
    }
}
