using System.Globalization;
using System.Text;
using ModelPipeline.Git;
using ModelPipeline.Packaging;
using ModelPipeline.Registry;
using ModelPipeline.Runs;
using ModelPipeline.Storage;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>The files of a release page: small ones from the judged commit, large ones from where the proposal stored them, fetched once.</summary>
internal sealed class ReleaseFiles : IDisposable
{
    /// <summary>The other files' digests, as <c>sha256sum --check</c> reads them.</summary>
    public const string Checksums = "SHA256SUMS";

    private const string EvidenceFolder = "evidence/";

    private readonly Dictionary<string, byte[]> _bytes;
    private readonly Dictionary<Digest, TemporaryFile> _fetched = [];
    private readonly IArtifactStore _store;

    private ReleaseFiles(Dictionary<string, byte[]> bytes, Dictionary<string, ReleaseArtifact> stored, IArtifactStore store)
    {
        Stored = [.. stored.Select(file => new PlannedAsset(file.Key, file.Value.Bytes, file.Value.Digest))];
        var assets = bytes.Select(file => new PlannedAsset(file.Key, file.Value.Length, Digest.Of(file.Value))).Concat(Stored).OrderBy(asset => asset.Name, StringComparer.Ordinal).ToList();
        var sums = Encoding.UTF8.GetBytes(string.Concat(assets.Select(asset => $"{asset.Digest.Hex}  {asset.Name}\n")));
        Assets = [.. assets, new PlannedAsset(Checksums, sums.Length, Digest.Of(sums))];
        _bytes = new Dictionary<string, byte[]>(bytes) { [Checksums] = sums };
        _store = store;
    }

    /// <summary>Every file, by name; the checksums last.</summary>
    public IReadOnlyList<PlannedAsset> Assets { get; }

    /// <summary>Those that are stored beside the repository.</summary>
    public IReadOnlyList<PlannedAsset> Stored { get; }

    /// <summary>The evidence of each step, by the step's file name.</summary>
    public required SortedDictionary<string, byte[]> Evidence { get; init; }

    /// <summary>Reads what the judged commit has.</summary>
    /// <exception cref="InvalidDataException">Something is absent, or not as <c>release.json</c> lists it.</exception>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    public static async Task<ReleaseFiles> ReadAsync(JudgedFiles files, ReleaseDocument release, IArtifactStore store, CancellationToken cancellation)
    {
        var evidence = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in release.Files.Keys.Where(path => path.StartsWith(EvidenceFolder, StringComparison.Ordinal)))
            evidence[path[EvidenceFolder.Length..]] = await files.ReadListedAsync(release, path, cancellation).ConfigureAwait(false);
        var bytes = new Dictionary<string, byte[]>
        {
            [ReleaseDocument.FileName] = await files.ReadDocumentAsync(release, cancellation).ConfigureAwait(false),
            [EvidenceArchive.FileName] = EvidenceArchive.Pack(evidence),
        };
        var stored = new Dictionary<string, ReleaseArtifact> { [ReleaseImage.ArchiveName] = Artifact(release, ReleaseImage.ArchiveName) };
        foreach (var name in new[] { ModelWorkspace.ModelCardName, PackageStep.BillName })
            bytes[name] = await files.ReadListedAsync(release, name, cancellation).ConfigureAwait(false);
        if (release.Files.ContainsKey(BundleArchive.FileName))
            bytes[BundleArchive.FileName] = await files.ReadListedAsync(release, BundleArchive.FileName, cancellation).ConfigureAwait(false);
        else
            stored[BundleArchive.FileName] = Artifact(release, BundleArchive.FileName);
        return new ReleaseFiles(bytes, stored, store) { Evidence = evidence };
    }

    /// <summary>Opens a file of the plan.</summary>
    /// <exception cref="IOException">It is not stored any more, or cannot be read.</exception>
    /// <exception cref="InvalidDataException">What is stored has another digest.</exception>
    public async Task<Stream> OpenAsync(PlannedAsset asset, CancellationToken cancellation) => _bytes.TryGetValue(asset.Name, out var bytes)
        ? new MemoryStream(bytes, writable: false)
        : (await FetchAsync(asset, cancellation).ConfigureAwait(false)).Open();

    /// <summary>Fetches a stored file, unless that was done already.</summary>
    /// <exception cref="IOException">It is not stored any more, or cannot be read.</exception>
    /// <exception cref="InvalidDataException">What is stored has another digest, or another size than <c>release.json</c> says.</exception>
    public async Task<TemporaryFile> FetchAsync(PlannedAsset asset, CancellationToken cancellation)
    {
        if (!_fetched.TryGetValue(asset.Digest, out var file))
        {
            using var content = await _store.OpenAsync(asset.Digest, cancellation).ConfigureAwait(false);
            _fetched[asset.Digest] = file = await TemporaryFile.CopyAsync(content, cancellation).ConfigureAwait(false);
        }

        return file.Digest == asset.Digest && file.Bytes == asset.Bytes
            ? file
            : throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"the stored {asset.Name} is {file.Digest} of {file.Bytes} bytes, release.json lists {asset.Digest} of {asset.Bytes} bytes"));
    }

    /// <summary>Removes what was fetched.</summary>
    public void Dispose()
    {
        foreach (var file in _fetched.Values)
            file.Dispose();
    }

    private static ReleaseArtifact Artifact(ReleaseDocument release, string name) =>
        release.Artifacts?.GetValueOrDefault(name) ?? throw new InvalidDataException($"release.json lists no {name}");
}
