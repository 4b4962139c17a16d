using System.Globalization;
using System.Text.Json;
using ModelPipeline.Registry;
using ModelPipeline.Storage;
using ModelPipeline.Training;

namespace ModelPipeline.Releasing.Reading;

/// <summary>Reads the bundles of releases. All of it may be hostile.</summary>
/// <param name="artifacts">Where bytes are kept that are not in the repository, by the release's tag.</param>
internal sealed class BundleReader(Func<string, IArtifactStore> artifacts)
{
    /// <summary>Reads a release's bundle, from the repository or from where its artifacts are stored.</summary>
    /// <param name="tag">The release's tag.</param>
    /// <param name="committed">The archive in the repository; <see langword="null"/> where there is none.</param>
    /// <param name="document">What <c>release.json</c> says; <see langword="null"/> where it cannot be read.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The bundle, or why it cannot be read.</returns>
    /// <exception cref="IOException">The stored archive cannot be read.</exception>
    public async Task<(ReadBundle? Bundle, string? Fault)> ReadAsync(string tag, byte[]? committed, ReleaseDocument? document, CancellationToken cancellation)
    {
        if (committed is { Length: > BundleArchive.MostCommittedBytes })
            return (null, string.Create(CultureInfo.InvariantCulture, $"{BundleArchive.FileName} has {committed.Length:N0} bytes, more than the {BundleArchive.MostCommittedBytes:N0} that a release keeps in version control"));
        if (committed is not null)
            return Read(new MemoryStream(committed, writable: false));
        if (document?.Artifacts?.GetValueOrDefault(BundleArchive.FileName) is not { } artifact)
            return (null, $"the release has no {BundleArchive.FileName}, neither in its folder nor among its artifacts");
        var stored = await artifacts(tag).OpenAsync(artifact.Digest, cancellation).ConfigureAwait(false);
        await using (stored.ConfigureAwait(false))
        {
            return stored.Length == artifact.Bytes
                ? Read(stored)
                : (null, string.Create(CultureInfo.InvariantCulture, $"{BundleArchive.FileName} has {stored.Length:N0} bytes, release.json says {artifact.Bytes:N0}"));
        }
    }

    private static (ReadBundle? Bundle, string? Fault) Read(Stream archive)
    {
        try
        {
            var bundle = BundleArchive.Read(archive);
            return (new ReadBundle(bundle.Digest, BundleJson.Read(bundle.Manifest.Span)), null);
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException or JsonException or FormatException)
        {
            return (null, $"{BundleArchive.FileName} cannot be read: {QuotedText.Escape(fault.Message, 400)}");
        }
    }
}
