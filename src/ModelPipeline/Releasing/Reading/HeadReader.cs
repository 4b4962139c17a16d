using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Releasing.Proposing;
using ModelPipeline.Runs;
using ModelPipeline.Storage;

namespace ModelPipeline.Releasing.Reading;

/// <summary>Reads the release that a pull request adds. All of it may be hostile.</summary>
/// <param name="git">The repository.</param>
/// <param name="artifacts">Where bytes are kept that are not in the repository, by the release's tag.</param>
internal sealed class HeadReader(IGitRemote git, Func<string, IArtifactStore> artifacts)
{
    private readonly BundleReader _bundles = new(artifacts);

    /// <summary>Reads the head.</summary>
    /// <param name="run">The model's run.</param>
    /// <param name="request">The pull request.</param>
    /// <param name="changed">The files that it changes.</param>
    /// <param name="baseCommit">Its base.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RemoteException">Something cannot be read.</exception>
    /// <exception cref="IOException">The stored bundle cannot be read.</exception>
    /// <exception cref="InvalidDataException">The folder holds too much, or a file that is gone.</exception>
    public async Task<ReleaseHead> ReadAsync(ModelRun run, PullRequest request, IReadOnlyList<ChangedFile> changed, string baseCommit, CancellationToken cancellation)
    {
        var folder = FolderOf($"{ReleasePaths.Root(run)}/", changed);
        var found = folder is null ? [] : await git.FilesAsync(request.Head, folder, cancellation).ConfigureAwait(false);
        var files = await ReadFilesAsync(request.Head, folder ?? "", found, cancellation).ConfigureAwait(false);
        var (document, documentFault) = ReadDocument(files);
        var tag = ReleaseTag.Prefix(run.Spec.Name) + folder?[(folder.LastIndexOf('/') + 1)..];
        var (bundle, bundleFault) = await _bundles.ReadAsync(tag, files.GetValueOrDefault(BundleArchive.FileName), document, cancellation).ConfigureAwait(false);
        return new ReleaseHead
        {
            Model = run.Spec.Name,
            Folder = folder,
            Changed = changed,
            IsAtBase = folder is not null && (await git.FilesAsync(baseCommit, folder, cancellation).ConfigureAwait(false)).Count > 0,
            Files = files,
            Odd = [.. found.Where(file => file.Mode != GitFile.Plain).Select(file => file.Path)],
            Document = document,
            DocumentFault = documentFault,
            Bundle = bundle,
            BundleFault = bundleFault,
        };
    }

    /// <summary>The one folder of a version such as 1.2.3 that has changed files.</summary>
    private static string? FolderOf(string root, IReadOnlyList<ChangedFile> changed)
    {
        string[] versions =
        [
            .. changed
                .Where(file => file.Path.StartsWith(root, StringComparison.Ordinal))
                .Select(file => file.Path[root.Length..].Split('/'))
                .Where(parts => parts.Length > 1)
                .Select(parts => parts[0])
                .Distinct(),
        ];
        return versions.Length == 1 && SemanticVersion.TryParse(versions[0], out var version) ? $"{root}{version}" : null;
    }

    private async Task<SortedDictionary<string, byte[]>> ReadFilesAsync(string head, string folder, IReadOnlyList<GitFile> found, CancellationToken cancellation)
    {
        if (found.Count > ReleaseFolder.MostFiles)
            throw new InvalidDataException($"{QuotedText.Escape(folder)} holds more than {ReleaseFolder.MostFiles} files");
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        var bytes = 0L;
        foreach (var file in found.Where(file => file.Mode == GitFile.Plain))
        {
            var read = await git.ReadAsync(head, file.Path, cancellation).ConfigureAwait(false)
                ?? throw new InvalidDataException($"{QuotedText.Escape(file.Path)} is listed at the head {head} and cannot be read");
            if ((bytes += read.Length) > ReleaseFolder.MostBytes)
                throw new InvalidDataException($"{QuotedText.Escape(folder)} holds more than {ReleaseFolder.MostBytes >> 20} MB");
            files[file.Path[(folder.Length + 1)..]] = read;
        }

        return files;
    }

    private static (ReleaseDocument? Document, string? Fault) ReadDocument(SortedDictionary<string, byte[]> files)
    {
        if (!files.TryGetValue(ReleaseDocument.FileName, out var json))
            return (null, $"there is no {ReleaseDocument.FileName} in the release's folder at the head");
        try
        {
            return (ReleaseJson.Read(json), null);
        }
        catch (InvalidDataException fault)
        {
            return (null, fault.Message);
        }
    }
}
