using System.Globalization;
using ModelPipeline.Docker.Registries.Archives;
using ModelPipeline.Docker.Registries.Credentials;
using ModelPipeline.Docker.Registries.Manifests;
using ModelPipeline.Docker.Registries.Transport;
using ModelPipeline.Packaging;

namespace ModelPipeline.Docker.Registries;

/// <summary>Pushes images over the OCI distribution protocol.</summary>
public sealed class OciRegistry : IImageRegistry
{
    private readonly Func<RegistryCredentials> _credentials;
    private readonly TimeProvider _clock;

    /// <summary>A client that finds its credentials in the environment and in Docker's <c>config.json</c>.</summary>
    /// <param name="clock">Waits and measures.</param>
    public OciRegistry(TimeProvider clock)
        : this(() => new RegistryCredentials(RegistryEnvironment.Read(), clock), clock)
    {
    }

    internal OciRegistry(Func<RegistryCredentials> credentials, TimeProvider clock) => (_credentials, _clock) = (credentials, clock);

    /// <inheritdoc/>
    public async Task<Digest?> FindAsync(string reference, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var (target, tag) = Tagged(reference);
        using var session = new RegistrySession(target, _credentials(), _clock, pushes: true);
        var manifests = new ManifestStore(session);
        return (await new Retries(_clock, progress).RunAsync(() => manifests.FindAsync(tag, cancellation), cancellation))?.Digest;
    }

    /// <inheritdoc/>
    public async Task<Digest> PushAsync(string archive, string reference, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var (target, tag) = Tagged(reference);
        var image = await ImageArchive.OpenAsync(archive, cancellation);
        using var session = new RegistrySession(target, _credentials(), _clock, pushes: true);
        var manifests = new ManifestStore(session);
        var retries = new Retries(_clock, progress);

        async Task<bool> IsThereAsync() => (await retries.RunAsync(() => manifests.FindAsync(tag, cancellation), cancellation))?.Digest is { } present
            && (present == image.Digest ? true : throw new InputException($"{target} is {present} already, not {image.Digest}: an image's tag is never moved. Choose another tag."));

        if (await IsThereAsync())
        {
            progress.Report($"{target} is there already");
            return image.Digest;
        }

        for (var i = 0; i < image.Blobs.Count; i++)
        {
            var blob = image.Blobs[i];
            var upload = new BlobUpload(session, blob);
            var message = string.Create(CultureInfo.InvariantCulture, $"sending part {i + 1} of {image.Blobs.Count} to {target.Registry} ({blob.Length / 1e6:0.0} MB)");
            await retries.RunAsync(() => upload.RunAsync(() => progress.Report(message), cancellation), cancellation);
        }

        // Sending the parts took its time: somebody else may have pushed meanwhile. Registries have no way to put a manifest only where there is none.
        if (await IsThereAsync())
            return image.Digest;
        await retries.RunAsync(() => manifests.WriteAsync(tag, new RegistryManifest(image.Digest, image.MediaType, image.Manifest.ToArray()), cancellation), cancellation);
        var stored = await retries.RunAsync(() => manifests.FindAsync(tag, cancellation), cancellation);
        return stored?.Digest == image.Digest
            ? image.Digest
            : throw new IOException($"{target} is {stored?.Digest.ToString() ?? "missing"} after {image.Digest} was pushed. Somebody else may push the same tag: push again, or choose another tag.");
    }

    private static (ImageReference Target, string Tag) Tagged(string reference) => ImageReference.Parse(reference) is { Tag: { } tag, Digest: null } target
        ? (target, tag)
        : throw new InputException($"An image is pushed under a tag and no digest, not as {QuotedText.Of(reference)}. Write it like ghcr.io/acme/churn:1.2.0.");
}
