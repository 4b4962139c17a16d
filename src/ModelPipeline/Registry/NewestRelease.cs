using ModelPipeline.Evidence;
using ModelPipeline.Git;

namespace ModelPipeline.Registry;

/// <summary>The newest release of a model at a commit: its champion there.</summary>
/// <param name="Version">Its version, which its folder is named for.</param>
/// <param name="Folder">Its folder, relative to the repository's root.</param>
/// <param name="Document">What its <c>release.json</c> says.</param>
internal sealed record NewestRelease(SemanticVersion Version, string Folder, ReleaseDocument Document)
{
    /// <summary>It, as what others are compared with.</summary>
    public Baseline Baseline => new(Version.ToString(), Document.Bundle);

    /// <summary>Finds it; <see langword="null"/> before the first release.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="root">The folder of the model's releases, relative to the repository's root.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">A folder there is no release.</exception>
    public static Task<NewestRelease?> FindAsync(IGitRemote git, string commit, string root, CancellationToken cancellation) =>
        FindAsync(git, commit, root, _ => true, cancellation);

    /// <summary>Finds the newest of some; <see langword="null"/> where there is none.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="commit">The commit.</param>
    /// <param name="root">The folder of the model's releases, relative to the repository's root.</param>
    /// <param name="isWanted">Whether a release is one of them.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">A folder there is no release.</exception>
    public static async Task<NewestRelease?> FindAsync(IGitRemote git, string commit, string root, Func<ReleaseDocument, bool> isWanted, CancellationToken cancellation)
    {
        SemanticVersion[] versions =
        [
            .. (await git.FilesAsync(commit, root, cancellation).ConfigureAwait(false))
                .Select(file => file.Path[(root.Length + 1)..].Split('/'))
                .Where(parts => parts.Length > 1)
                .Select(parts => parts[0])
                .Distinct()
                .Select(name => SemanticVersion.TryParse(name, out var version) ? version : throw new InvalidDataException($"{root}/{QuotedText.Escape(name)} is no released version such as 1.2.3: remove or rename it")),
        ];
        foreach (var version in versions.OrderDescending())
        {
            var folder = $"{root}/{version}";
            var path = $"{folder}/{ReleaseDocument.FileName}";
            var json = await git.ReadAsync(commit, path, cancellation).ConfigureAwait(false)
                ?? throw new InvalidDataException($"{path} is missing: restore it, or remove its folder");
            if (ReleaseJson.Read(json) is var document && isWanted(document))
                return new NewestRelease(version, folder, document);
        }

        return null;
    }
}
