using ModelPipeline.Git;

namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>A repository in memory.</summary>
internal sealed class PublishedGit(Wire wire) : IGitRemote
{
    /// <summary>The files of each commit, by path.</summary>
    public Dictionary<string, Dictionary<string, byte[]>> Commits { get; } = [];

    public List<GitTag> Tags { get; } = [];

    /// <summary>Tags that are not annotated.</summary>
    public HashSet<string> LightweightTags { get; } = [];

    public Task<string> DefaultBranchAsync(CancellationToken cancellation) => wire.ReadAsync("branch", () => "main");

    public Task<IReadOnlyList<GitFile>> FilesAsync(string commit, string folder, CancellationToken cancellation) => wire.ReadAsync<IReadOnlyList<GitFile>>(
        "files",
        () => [.. Commits[commit].Where(file => file.Key.StartsWith(folder + "/", StringComparison.Ordinal)).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new GitFile(file.Key, Digest.Of(file.Value).Hex))]);

    public Task<byte[]?> ReadAsync(string commit, string path, CancellationToken cancellation) => wire.ReadAsync("file", () => Commits[commit].GetValueOrDefault(path));

    public Task<IReadOnlyList<GitTag>> TagsAsync(string prefix, CancellationToken cancellation) => wire.ReadAsync<IReadOnlyList<GitTag>>(
        "tags",
        () => [.. Tags.Where(tag => tag.Name.StartsWith(prefix, StringComparison.Ordinal))]);

    public Task<IReadOnlyList<string>> TagNamesAsync(string prefix, CancellationToken cancellation) => wire.ReadAsync<IReadOnlyList<string>>(
        "tag-names",
        () => [.. Tags.Select(tag => tag.Name).Concat(LightweightTags).Where(name => name.StartsWith(prefix, StringComparison.Ordinal))]);

    public Task<bool> CreateTagAsync(NewGitTag tag, CancellationToken cancellation) => wire.ChangeAsync("create-tag", () =>
    {
        if (LightweightTags.Contains(tag.Name) || Tags.Any(other => other.Name == tag.Name))
            return false;
        Tags.Add(new GitTag(tag.Name, tag.Commit, tag.Message, "bot", null));
        return true;
    });

    public Task<string?> TipAsync(string branch, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<string> CommitAsync(BranchCommit commit, CancellationToken cancellation) => throw new NotSupportedException();
}
