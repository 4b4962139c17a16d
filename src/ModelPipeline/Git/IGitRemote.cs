namespace ModelPipeline.Git;

/// <summary>The repository that releases are recorded in: a host's, a remote's, or the one on disk where there is no remote.</summary>
/// <remarks>Every member may throw <see cref="RemoteException"/>. What changes something may be repeated: what is there already is left as it is.</remarks>
public interface IGitRemote
{
    /// <summary>The name of the branch that releases are merged into, for example <c>main</c>.</summary>
    /// <param name="cancellation">Stops it.</param>
    Task<string> DefaultBranchAsync(CancellationToken cancellation);

    /// <summary>The commit at a branch's tip; <see langword="null"/> where there is no such branch.</summary>
    /// <param name="branch">The branch's name without <c>refs/heads/</c>.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<string?> TipAsync(string branch, CancellationToken cancellation);

    /// <summary>Every file below a folder, links and other repositories among them, in ordinal order of their paths; empty where there is no such folder.</summary>
    /// <param name="commit">The commit's hash.</param>
    /// <param name="folder">The folder, relative to the repository's root, with slashes.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<GitFile>> FilesAsync(string commit, string folder, CancellationToken cancellation);

    /// <summary>A file's bytes; <see langword="null"/> where there is no such file.</summary>
    /// <param name="commit">The commit's hash.</param>
    /// <param name="path">The file, relative to the repository's root, with slashes.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<byte[]?> ReadAsync(string commit, string path, CancellationToken cancellation);

    /// <summary>Puts files on a branch in one commit on top of a base; the branch then holds that commit and nothing else beyond the base.</summary>
    /// <param name="commit">What to commit.</param>
    /// <param name="cancellation">Stops it; the branch is either as before or has all of it.</param>
    /// <returns>The new commit's hash.</returns>
    Task<string> CommitAsync(BranchCommit commit, CancellationToken cancellation);

    /// <summary>Every annotated tag whose name starts with a prefix, in ordinal order of their names. Lightweight tags, and tags of no commit, are left out: they say nothing.</summary>
    /// <param name="prefix">For example <c>churn@</c>; empty for all.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<GitTag>> TagsAsync(string prefix, CancellationToken cancellation);

    /// <summary>The annotated tags among some names, in ordinal order. A remote that pays for each tag reads no other.</summary>
    /// <param name="names">The tags' whole names.</param>
    /// <param name="cancellation">Stops it.</param>
    async Task<IReadOnlyList<GitTag>> TagsAsync(IReadOnlySet<string> names, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(names);
        return [.. (await TagsAsync("", cancellation).ConfigureAwait(false)).Where(tag => names.Contains(tag.Name))];
    }

    /// <summary>The names of all tags that start with a prefix, of lightweight ones too, in ordinal order: these names are taken.</summary>
    /// <param name="prefix">For example <c>churn@v</c>; empty for all.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<string>> TagNamesAsync(string prefix, CancellationToken cancellation);

    /// <summary>Makes an annotated tag. A tag is never moved.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>False where a tag of this name, annotated or not, is there already: whoever calls re-reads what it says.</returns>
    Task<bool> CreateTagAsync(NewGitTag tag, CancellationToken cancellation);
}
