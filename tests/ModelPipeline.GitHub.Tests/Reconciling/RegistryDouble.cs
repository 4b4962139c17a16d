using System.Collections.Concurrent;
using ModelPipeline.Packaging;

namespace ModelPipeline.GitHub.Tests.Reconciling;

/// <summary>A registry of images in memory.</summary>
internal sealed class RegistryDouble : IImageRegistry
{
    /// <summary>The digests by reference.</summary>
    public ConcurrentDictionary<string, Digest> Images { get; } = [];

    /// <summary>The digest of the image in an archive.</summary>
    public static Digest DigestIn(byte[] archive) => Digest.Of("manifest of " + Digest.Of(archive));

    public Task<Digest?> FindAsync(string reference, IProgress<string> progress, CancellationToken cancellation) =>
        Task.FromResult(Images.TryGetValue(reference, out var digest) ? digest : (Digest?)null);

    public Task<Digest> PushAsync(string archive, string reference, IProgress<string> progress, CancellationToken cancellation) =>
        Task.FromResult(Images[reference] = DigestIn(File.ReadAllBytes(archive)));
}
