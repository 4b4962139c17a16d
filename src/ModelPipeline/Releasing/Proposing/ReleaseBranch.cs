using ModelPipeline.Git;
using ModelPipeline.Registry;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>The branch that a version is proposed on: one commit with the release's folder on top of the default branch.</summary>
/// <param name="git">The repository.</param>
/// <param name="name">The branch's name.</param>
/// <param name="path">The release's folder in it.</param>
internal sealed class ReleaseBranch(IGitRemote git, string name, string path)
{
    /// <summary>The branch's name.</summary>
    public string Name => name;

    /// <summary>Reads what it holds; <see langword="null"/> where there is no branch, or no whole release on it: whoever wrote that, it is to be replaced.</summary>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    public async Task<ProposedRelease?> ReadAsync(CancellationToken cancellation)
    {
        if (await git.TipAsync(name, cancellation).ConfigureAwait(false) is not { } tip)
            return null;
        try
        {
            return ProposedRelease.Of(tip, await ReadAsync(tip, cancellation).ConfigureAwait(false));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Puts a release on it, in place of what is there.</summary>
    /// <param name="target">What it goes on top of.</param>
    /// <param name="folder">The release's folder.</param>
    /// <param name="cancellation">Stops it; the branch is then as it was, or has all of it.</param>
    /// <exception cref="RemoteException">It cannot be written.</exception>
    public async Task<ProposedRelease> WriteAsync(ReleaseTarget target, ReleaseFolder folder, CancellationToken cancellation)
    {
        var release = folder.Document;
        var commit = await git.CommitAsync(
            new BranchCommit
            {
                Branch = name,
                Parent = target.Tip,
                Message = $"Release {release.Model} {release.Version}\n\nBundle: {release.Bundle}\n",
                Files = folder.Files.ToDictionary(file => PathOf(file.Key), file => (ReadOnlyMemory<byte>)file.Value, StringComparer.Ordinal),
            },
            cancellation).ConfigureAwait(false);
        return ProposedRelease.Of(commit, folder);
    }

    private async Task<ReleaseFolder> ReadAsync(string tip, CancellationToken cancellation)
    {
        var json = await ReadAsync(tip, PathOf(ReleaseDocument.FileName), cancellation).ConfigureAwait(false);
        var document = ReleaseJson.Read(json);
        var files = new SortedDictionary<string, byte[]>(StringComparer.Ordinal) { [ReleaseDocument.FileName] = json };
        foreach (var file in (await git.FilesAsync(tip, path, cancellation).ConfigureAwait(false)).Select(file => file.Path[(path.Length + 1)..]).Except(files.Keys))
        {
            var bytes = await ReadAsync(tip, PathOf(file), cancellation).ConfigureAwait(false);
            if (!document.Files.TryGetValue(file, out var listed) || Digest.Of(bytes) != listed)
                throw new InvalidDataException($"{PathOf(file)} is not what release.json lists");
            files[file] = bytes;
        }

        return files.Count == document.Files.Count + 1
            ? new ReleaseFolder(document, files)
            : throw new InvalidDataException($"{path} lacks files that release.json lists");
    }

    private async Task<byte[]> ReadAsync(string tip, string file, CancellationToken cancellation) =>
        await git.ReadAsync(tip, file, cancellation).ConfigureAwait(false) ?? throw new InvalidDataException($"there is no {file}");

    private string PathOf(string file) => $"{path}/{file}";
}
