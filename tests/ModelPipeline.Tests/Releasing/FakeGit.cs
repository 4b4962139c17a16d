using System.Globalization;
using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing;

/// <summary>A repository in memory whose commits have one parent each.</summary>
internal sealed class FakeGit : IGitRemote
{
    private readonly Dictionary<string, FakeCommit> _commits = [];
    private readonly Dictionary<string, string> _branches = [];

    /// <summary>Is told the name of every member before it answers: it may throw.</summary>
    public Action<string> Asked { get; set; } = _ => { };

    /// <summary>The modes of files that are not plain, by path, at every commit.</summary>
    public Dictionary<string, string> Modes { get; } = [];

    public bool Has(string commit) => _commits.ContainsKey(commit);

    public string? this[string branch]
    {
        get => _branches.GetValueOrDefault(branch);
        set => _branches[branch] = value!;
    }

    /// <summary>Makes a commit; a file without bytes is removed.</summary>
    public string Commit(string? parent, IReadOnlyDictionary<string, byte[]?> files, Account? author, Account? committer, DateTimeOffset committed)
    {
        var all = new Dictionary<string, byte[]>(parent is null ? new Dictionary<string, byte[]>() : _commits[parent].Files);
        foreach (var (path, bytes) in files)
        {
            all.Remove(path);
            if (bytes is not null)
                all[path] = bytes;
        }

        var hash = (_commits.Count + 1).ToString("x40", CultureInfo.InvariantCulture);
        _commits[hash] = new FakeCommit(new AuthoredCommit(hash, author, committer, committed), parent, all);
        return hash;
    }

    public IReadOnlyDictionary<string, byte[]> Files(string commit) => _commits[commit].Files;

    /// <summary>The commits from one back to the first, that one first.</summary>
    public IEnumerable<FakeCommit> Walk(string? commit)
    {
        for (var next = commit; next is not null; next = _commits[next].Parent)
            yield return _commits[next];
    }

    /// <summary>The commits from one back to the first that touch a path, newest first.</summary>
    public IReadOnlyList<AuthoredCommit> History(string path, string commit) =>
        [.. Walk(commit).Where(each => Touches(each, path)).Select(each => each.About)];

    /// <summary>The commits of a branch beyond a base, oldest first.</summary>
    public IReadOnlyList<AuthoredCommit> Beyond(string? from, string tip) => [.. Walk(tip).TakeWhile(each => each.About.Hash != from).Reverse().Select(each => each.About)];

    public string? Parent(string commit) => _commits[commit].Parent;

    public Task<string> DefaultBranchAsync(CancellationToken cancellation) => Answer("default-branch", "main");

    public Task<string?> TipAsync(string branch, CancellationToken cancellation) => Answer("tip", _branches.GetValueOrDefault(branch));

    public Task<IReadOnlyList<GitFile>> FilesAsync(string commit, string folder, CancellationToken cancellation) => Answer<IReadOnlyList<GitFile>>(
        "files",
        [.. _commits[commit].Files.Where(file => IsBelow(file.Key, folder)).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new GitFile(file.Key, Digest.Of(file.Value).Hex[..40], Modes.GetValueOrDefault(file.Key, GitFile.Plain)))]);

    public Task<byte[]?> ReadAsync(string commit, string path, CancellationToken cancellation) => Answer("read", _commits[commit].Files.GetValueOrDefault(path));

    public Task<string> CommitAsync(BranchCommit commit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<GitTag>> TagsAsync(string prefix, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> TagNamesAsync(string prefix, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> CreateTagAsync(NewGitTag tag, CancellationToken cancellation) => throw new NotSupportedException();

    private bool Touches(FakeCommit commit, string path)
    {
        var before = commit.Parent is null ? new Dictionary<string, byte[]>() : _commits[commit.Parent].Files;
        return before.Keys.Union(commit.Files.Keys)
            .Where(file => file == path || IsBelow(file, path))
            .Any(file => before.GetValueOrDefault(file) is not { } old || commit.Files.GetValueOrDefault(file) is not { } now || !old.AsSpan().SequenceEqual(now));
    }

    private static bool IsBelow(string path, string folder) => path.StartsWith(folder + "/", StringComparison.Ordinal);

    private Task<T> Answer<T>(string member, T answer)
    {
        Asked(member);
        return Task.FromResult(answer);
    }
}
