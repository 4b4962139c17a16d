using System.Text;
using ModelPipeline.Git;

namespace ModelPipeline.Tests.Releasing.Proposing;

/// <summary>A repository in memory.</summary>
internal sealed class ProposalGit(RemoteCalls calls) : IGitRemote
{
    private readonly Dictionary<string, (string? Parent, SortedDictionary<string, byte[]> Files)> _commits = [];

    public Dictionary<string, string> Branches { get; } = [];

    /// <summary>Whether the proposal's own account pushed a branch's tip last.</summary>
    public HashSet<string> OwnBranches { get; } = [];

    /// <summary>What somebody else's program does with a new commit of a proposal.</summary>
    public Action<string> Committed { get; set; } = _ => { };

    public List<GitTag> Tags { get; } = [];

    public List<string> LightweightTags { get; } = [];

    /// <summary>Puts files on a branch in a commit of somebody's.</summary>
    public string Push(string branch, params (string Path, string Text)[] files)
    {
        OwnBranches.Remove(branch);
        return Branches[branch] = Add(Branches.GetValueOrDefault(branch), files.ToDictionary(file => file.Path, file => Encoding.UTF8.GetBytes(file.Text)));
    }

    /// <summary>Replaces a branch's commit by one of somebody's with other texts in some files.</summary>
    public void Replace(string branch, params (string Path, string Text)[] files)
    {
        var tip = Branches[branch];
        var all = FilesOf(tip).ToDictionary();
        foreach (var (path, text) in files)
            all[path] = Encoding.UTF8.GetBytes(text);
        OwnBranches.Remove(branch);
        Branches[branch] = Add(ParentOf(tip), all);
    }

    public void Tag(string name) => Tags.Add(new GitTag(name, Branches["main"], "released", "eve", null));

    public string? ParentOf(string commit) => _commits[commit].Parent;

    public IReadOnlyDictionary<string, byte[]> FilesOf(string commit) => _commits[commit].Files;

    /// <summary>How many commits a branch has that another has not.</summary>
    public int CommitsBeyond(string branch, string other) => Line(Branches[branch]).TakeWhile(commit => commit != Fork(branch, other)).Count();

    /// <summary>How many files a branch changed since it left another.</summary>
    public int FilesBeyond(string branch, string other)
    {
        var before = FilesOf(Fork(branch, other));
        return FilesOf(Branches[branch]).Count(file => !before.TryGetValue(file.Key, out var there) || !there.SequenceEqual(file.Value));
    }

    public Task<string> DefaultBranchAsync(CancellationToken cancellation) => calls.Read("default branch", () => "main");

    public Task<string?> TipAsync(string branch, CancellationToken cancellation) => calls.Read($"tip of {branch}", () => Branches.GetValueOrDefault(branch));

    public Task<IReadOnlyList<GitFile>> FilesAsync(string commit, string folder, CancellationToken cancellation) => calls.Read<IReadOnlyList<GitFile>>(
        $"files in {folder}", () => [.. _commits[commit].Files.Where(file => file.Key.StartsWith(folder + "/", StringComparison.Ordinal)).Select(file => new GitFile(file.Key, Digest.Of(file.Value).Hex))]);

    public Task<byte[]?> ReadAsync(string commit, string path, CancellationToken cancellation) => calls.Read($"read {path}", () => _commits[commit].Files.GetValueOrDefault(path));

    public Task<string> CommitAsync(BranchCommit commit, CancellationToken cancellation) => calls.Change($"commit to {commit.Branch}", () =>
    {
        var hash = Add(commit.Parent, commit.Files.ToDictionary(file => file.Key, file => file.Value.ToArray()));
        var isNew = Branches.GetValueOrDefault(commit.Branch) != hash;
        Branches[commit.Branch] = hash;
        if (isNew)
            OwnBranches.Add(commit.Branch);
        Committed(hash);
        return (hash, isNew);
    });

    public Task<IReadOnlyList<GitTag>> TagsAsync(string prefix, CancellationToken cancellation) =>
        calls.Read<IReadOnlyList<GitTag>>($"tags {prefix}", () => [.. Tags.Where(tag => tag.Name.StartsWith(prefix, StringComparison.Ordinal))]);

    public Task<IReadOnlyList<string>> TagNamesAsync(string prefix, CancellationToken cancellation) =>
        calls.Read<IReadOnlyList<string>>($"tags {prefix}", () => [.. Tags.Select(tag => tag.Name).Concat(LightweightTags).Where(name => name.StartsWith(prefix, StringComparison.Ordinal))]);

    public Task<bool> CreateTagAsync(NewGitTag tag, CancellationToken cancellation) => throw new InvalidOperationException("A proposal makes no tag.");

    private string Add(string? parent, Dictionary<string, byte[]> added)
    {
        var files = new SortedDictionary<string, byte[]>(parent is null ? new Dictionary<string, byte[]>() : new Dictionary<string, byte[]>(_commits[parent].Files), StringComparer.Ordinal);
        foreach (var (path, bytes) in added)
            files[path] = bytes;
        var hash = Digest.Of($"{parent}\n{string.Join('\n', files.Select(file => $"{file.Key} {Digest.Of(file.Value)}"))}").Hex[..40];
        _commits[hash] = (parent, files);
        return hash;
    }

    private string Fork(string branch, string other) => Line(Branches[branch]).First(Line(Branches[other]).Contains);

    private IEnumerable<string> Line(string? commit)
    {
        for (var at = commit; at is not null; at = _commits[at].Parent)
            yield return at;
    }
}
