using ModelPipeline.Git;
using ModelPipeline.GitHub.Transport;

namespace ModelPipeline.GitHub.Git;

/// <summary>The repository's branches, commits, files and tags.</summary>
/// <param name="repository">The repository.</param>
internal sealed class GitHubGit(HostedRepository repository) : IGitRemote
{
    private readonly Trees _trees = new(repository);
    private readonly Branches _branches = new(repository);
    private readonly Tags _tags = new(repository);

    /// <inheritdoc/>
    public async Task<string> DefaultBranchAsync(CancellationToken cancellation) => (await repository.SettingsAsync(cancellation)).DefaultBranch;

    /// <inheritdoc/>
    public Task<string?> TipAsync(string branch, CancellationToken cancellation) => _branches.TipAsync(branch, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<GitFile>> FilesAsync(string commit, string folder, CancellationToken cancellation) =>
        [.. (await _trees.FilesAsync(commit, folder.Trim('/'), cancellation)).Select(file => new GitFile(file.Path, file.Sha, file.Mode)).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(string commit, string path, CancellationToken cancellation)
    {
        if (await _trees.FindAsync(commit, path, cancellation) is not { Type: "blob" } file)
            return null;
        var reply = await repository.SendAsync(new GitHubCall(HttpMethod.Get, repository.At($"git/blobs/{UrlPath.Segment(file.Sha)}")), cancellation);
        return Blobs.Read(reply, file.Sha);
    }

    /// <inheritdoc/>
    public Task<string> CommitAsync(BranchCommit commit, CancellationToken cancellation) => new Commits(repository, _trees, _branches).MakeAsync(commit, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GitTag>> TagsAsync(string prefix, CancellationToken cancellation) => _tags.ListAsync(prefix, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GitTag>> TagsAsync(IReadOnlySet<string> names, CancellationToken cancellation) => _tags.ListAsync(names, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<string>> TagNamesAsync(string prefix, CancellationToken cancellation) => _tags.NamesAsync(prefix, cancellation);

    /// <inheritdoc/>
    public Task<bool> CreateTagAsync(NewGitTag tag, CancellationToken cancellation) => _tags.CreateAsync(tag, cancellation);
}
