using ModelPipeline.Docker.Registries.Credentials;
using ModelPipeline.Docker.Registries.Manifests;
using ModelPipeline.Docker.Registries.Transport;
using ModelPipeline.Storage;

namespace ModelPipeline.Docker.Registries.Artifacts;

/// <summary>Keeps artifacts in a container registry, each as an OCI artifact of one layer under the tag <c>sha256-…</c>, so that no clean-up takes it for garbage.</summary>
public sealed class RegistryArtifactStore : IArtifactStore
{
    private readonly ImageReference _repository;
    private readonly Func<RegistryCredentials> _credentials;
    private readonly TimeProvider _clock;

    /// <summary>A store that finds its credentials in the environment and in Docker's <c>config.json</c>.</summary>
    /// <param name="repository">Where artifacts go, for example <c>ghcr.io/acme/artifacts</c>.</param>
    /// <param name="clock">Waits and measures.</param>
    /// <exception cref="InputException">The name is none, or has a tag or a digest.</exception>
    public RegistryArtifactStore(string repository, TimeProvider clock)
        : this(repository, () => new RegistryCredentials(RegistryEnvironment.Read(), clock), clock)
    {
    }

    internal RegistryArtifactStore(string repository, Func<RegistryCredentials> credentials, TimeProvider clock)
    {
        _repository = ImageReference.Parse(repository);
        if (_repository is not { Tag: null, Digest: null })
            throw new InputException($"Artifacts are kept in a repository, without a tag or a digest, not in {QuotedText.Of(repository)}. Write it like ghcr.io/acme/artifacts.");
        (_credentials, _clock) = (credentials, clock);
    }

    /// <inheritdoc/>
    public async Task<Digest> PutAsync(string name, Stream content, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(content);
        using var folder = new ScratchFolder();
        var blob = await folder.KeepAsync(content, cancellation);
        using var session = new RegistrySession(_repository, _credentials(), _clock, pushes: true);
        var manifests = new ManifestStore(session);
        var retries = new Retries(_clock, new Progress<string>());
        var isListed = await IsListedAsync(manifests, retries, blob.Digest, cancellation);
        // A registry may have lost the bytes that a manifest lists: each part is looked for, and sent where it is not there.
        foreach (var part in new[] { blob, await folder.KeepAsync(new MemoryStream(ArtifactManifest.EmptyConfig), cancellation) })
        {
            var upload = new BlobUpload(session, part);
            await retries.RunAsync(() => upload.RunAsync(() => { }, cancellation), cancellation);
        }

        if (isListed)
            return blob.Digest;
        var manifest = ArtifactManifest.Write(name, blob);
        await retries.RunAsync(() => manifests.WriteAsync(ArtifactManifest.TagOf(blob.Digest), manifest, cancellation), cancellation);
        return await IsListedAsync(manifests, retries, blob.Digest, cancellation)
            ? blob.Digest
            : throw new IOException($"{_repository} has no artifact {blob.Digest} after it was stored. Propose the release again.");
    }

    /// <inheritdoc/>
    public async Task<Stream> OpenAsync(Digest digest, CancellationToken cancellation)
    {
        using var session = new RegistrySession(_repository, _credentials(), _clock, pushes: false);
        var retries = new Retries(_clock, new Progress<string>());
        var layer = await FindAsync(new ManifestStore(session), retries, digest, cancellation)
            ?? throw new FileNotFoundException($"{_repository} has no artifact {digest}. Propose the release again.");
        var folder = new ScratchFolder();
        try
        {
            var download = new BlobDownload(session, folder.Path);
            await retries.RunAsync(() => download.RunAsync(layer, cancellation), cancellation);
            return folder.OpenLast(download.PathOf(digest));
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">Something else has the artifact's tag: it is not overwritten.</exception>
    private static async Task<bool> IsListedAsync(ManifestStore manifests, Retries retries, Digest digest, CancellationToken cancellation)
    {
        try
        {
            return await FindAsync(manifests, retries, digest, cancellation) is not null;
        }
        catch (InvalidDataException fault)
        {
            throw new IOException($"{fault.Message} Remove that tag, then propose the release again.", fault);
        }
    }

    /// <summary>The layer of an artifact; <see langword="null"/> where it is not stored.</summary>
    private static async Task<Descriptor?> FindAsync(ManifestStore manifests, Retries retries, Digest digest, CancellationToken cancellation)
    {
        var manifest = await retries.RunAsync(() => manifests.FindAsync(ArtifactManifest.TagOf(digest), cancellation), cancellation);
        return manifest is null ? null : ArtifactManifest.LayerOf(manifest, digest);
    }
}
