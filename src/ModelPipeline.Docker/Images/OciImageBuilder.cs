using ModelPipeline.Docker.Images.Auditing;
using ModelPipeline.Docker.Images.Bases;
using ModelPipeline.Docker.Images.Layers;
using ModelPipeline.Docker.NativeLibraries;
using ModelPipeline.Docker.Payloads;
using ModelPipeline.Docker.Registries;
using ModelPipeline.Docker.Registries.Credentials;
using ModelPipeline.Packaging;
using ModelPipeline.Specs;

namespace ModelPipeline.Docker.Images;

/// <summary>Writes OCI images without a container engine.</summary>
public sealed class OciImageBuilder : IImageBuilder
{
    private readonly string _folder;
    private readonly IBaseImages _registries;
    private readonly LibraryFolders _libraries;
    private readonly DebianDatabase _debian;
    private readonly FileDigests _digests;

    /// <summary>Builds from the service beside this assembly and the libraries of this machine.</summary>
    /// <param name="clock">The clock.</param>
    public OciImageBuilder(TimeProvider clock)
        : this(
            Path.Combine(AppContext.BaseDirectory, "scoring", "linux-x64"),
            new RegistryBaseImages(() => new RegistryCredentials(RegistryEnvironment.Read(), clock), clock), "/", clock)
    {
    }

    internal OciImageBuilder(string payload, IBaseImages registries, string machine, TimeProvider clock)
    {
        _folder = payload;
        _registries = registries;
        _libraries = new LibraryFolders(machine);
        _debian = new DebianDatabase(machine);
        _digests = new FileDigests(clock);
    }

    /// <inheritdoc/>
    public ServicePayload Payload => File.Exists(Path.Combine(_folder, ImageRules.Program))
        ? new ServicePayload(_folder, Path.Combine(_folder, ImageRules.Program))
        : throw new InputException($"The scoring service is missing: there is no '{Path.Combine(_folder, ImageRules.Program)}'. Build the host again, with the package ModelPipeline.Docker.");

    /// <inheritdoc/>
    public Digest ReadSurroundings(ImageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Base == PackageSpec.Scratch)
            return Digest.Of(string.Join('\n', LibraryCollector.Collect(Needed(request), _libraries).Select(library => $"{library.Name} {_digests.Of(library.File)}")));
        var file = BaseName.IsArchive(request.Base) ? request.Base : request.LockFile;
        return Digest.Of($"{request.Base} {(File.Exists(file) ? _digests.Of(file) : "absent")}");
    }

    /// <inheritdoc/>
    public async Task<BuiltImage> BuildAsync(ImageRequest request, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(progress);
        var cache = new LayerCache(request.Cache, _digests);
        var manifest = PayloadManifest.Read(Payload);
        var needed = Needed(request);
        var image = request.Base == PackageSpec.Scratch ? null : await ResolveAsync(request, needed, cache, progress, cancellation).ConfigureAwait(false);
        var libraries = image is null ? LibraryCollector.Collect(needed, _libraries) : [];

        LayerContent[] contents =
        [
            .. image is null ? [ScratchLayer.Of(libraries, needed.Loader, _digests)] : Array.Empty<LayerContent>(),
            .. PayloadLayers.Of(Payload, manifest, _digests),
            ModelLayer.Of(request.Bundle, _digests),
        ];
        LayerBlob[] layers =
        [
            .. (image?.Layers ?? []).Select(layer => new LayerBlob("base", layer.Digest, layer.DiffId, layer.Bytes, layer.File, layer.MediaType, IsCached: true)),
            .. contents.Select(content => cache.Get(content, progress, cancellation)),
        ];
        var parts = new ImageParts(request, image, layers);
        new ImageArchive(_digests).Write(parts, request.Archive, Path.Combine(request.Cache, "archives"), progress, cancellation);
        return new BuiltImage
        {
            Archive = Path.GetFullPath(request.Archive),
            Digest = Digest.Of(parts.Manifest),
            Id = Digest.Of(parts.Config),
            Reference = parts.Reference,
            Layers = [.. layers.Select(layer => new ImageLayer(layer.Name, layer.Digest, layer.Bytes, layer.IsCached))],
            Base = image is null ? PackageSpec.Scratch : $"{BaseName.Of(image)}@{image.Digest}",
            Components = [.. manifest.Components, .. ScratchLayer.Components(libraries, _debian, _digests)],
        };
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> FaultsAsync(string archive, BuiltImage expected, CancellationToken cancellation) =>
        Task.Run(() => ImageAudit.FaultsOf(archive, expected, cancellation), cancellation);

    /// <summary>What the service and the engine need: a base must have a library that the user named on this machine by its own name.</summary>
    private NeededLibraries Needed(ImageRequest request)
    {
        var engine = request.NativeLibraries.Select(name => request.Base == PackageSpec.Scratch ? name : _libraries.Find(name)?.Library.Name ?? name);
        var openSsl = NeededLibraries.OpenSsl.FirstOrDefault(name => _libraries.Find(name) is not null) ?? NeededLibraries.OpenSsl[0];
        return NeededLibraries.Of(PayloadLayers.Files(Payload), engine, openSsl);
    }

    private async Task<BaseImage> ResolveAsync(ImageRequest request, NeededLibraries needed, LayerCache cache, IProgress<string> progress, CancellationToken cancellation)
    {
        BaseImage image;
        if (BaseName.IsArchive(request.Base))
        {
            image = await new ArchiveBaseImages(_digests, cache).GetAsync(request.Base, pinned: null, cache.Blobs, progress, cancellation).ConfigureAwait(false);
        }
        else
        {
            var pins = new ImageLock(request.LockFile);
            image = await _registries.GetAsync(request.Base, pins.Read(request.Base), cache.Blobs, progress, cancellation).ConfigureAwait(false);
            pins.Write(image, progress);
        }

        BaseChecks.Verify(image, needed, new LayerReader(), cancellation);
        return image;
    }
}
