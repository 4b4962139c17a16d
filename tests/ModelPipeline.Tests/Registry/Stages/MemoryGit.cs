using System.Globalization;
using System.Text;
using ModelPipeline.Git;

namespace ModelPipeline.Tests.Registry.Stages;

/// <summary>A repository in memory. Commits are numbers, each with all its files.</summary>
internal sealed class MemoryGit : IGitRemote
{
    private readonly List<SortedDictionary<string, string>> _commits = [new(StringComparer.Ordinal)];
    private readonly SortedDictionary<string, GitTag> _tags = new(StringComparer.Ordinal);
    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Is called before a tag is made: what it throws is thrown, and what it does happened before.</summary>
    public Action<NewGitTag> BeforeTag { get; set; } = _ => { };

    /// <summary>Is called after a tag was made.</summary>
    public Action<NewGitTag> AfterTag { get; set; } = _ => { };

    /// <summary>Names that are taken by lightweight tags.</summary>
    public HashSet<string> Lightweight { get; } = new(StringComparer.Ordinal);

    /// <summary>The names whose tags were asked for.</summary>
    public List<string> Read { get; } = [];

    public string Tip => NameOf(_commits.Count - 1);

    public IReadOnlyList<GitTag> Tags => [.. _tags.Values];

    /// <summary>Commits files on main beside those that are there; <see langword="null"/> removes one.</summary>
    public string Commit(params (string Path, string? Text)[] files)
    {
        var next = new SortedDictionary<string, string>(_commits[^1], StringComparer.Ordinal);
        foreach (var (path, text) in files)
        {
            if (text is null)
                next.Remove(path);
            else
                next[path] = text;
        }

        _commits.Add(next);
        return Tip;
    }

    public void Tag(string name, string commit, string message = "by hand")
    {
        _now += TimeSpan.FromMinutes(1);
        _tags.Add(name, new GitTag(name, commit, message, "Ada <ada@acme.example>", _now));
    }

    public Task<string> DefaultBranchAsync(CancellationToken cancellation) => Task.FromResult("main");

    public Task<string?> TipAsync(string branch, CancellationToken cancellation) => Task.FromResult(branch == "main" ? Tip : null);

    public Task<IReadOnlyList<GitFile>> FilesAsync(string commit, string folder, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<GitFile>>(
        [.. At(commit).Where(file => file.Key.StartsWith($"{folder}/", StringComparison.Ordinal)).Select(file => new GitFile(file.Key, Digest.Of(file.Value).Hex))]);

    public Task<byte[]?> ReadAsync(string commit, string path, CancellationToken cancellation) =>
        Task.FromResult(At(commit).TryGetValue(path, out var text) ? Encoding.UTF8.GetBytes(text) : null);

    public Task<string> CommitAsync(BranchCommit commit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<GitTag>> TagsAsync(string prefix, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<GitTag>>([.. _tags.Values.Where(tag => tag.Name.StartsWith(prefix, StringComparison.Ordinal))]);

    public Task<IReadOnlyList<GitTag>> TagsAsync(IReadOnlySet<string> names, CancellationToken cancellation)
    {
        Read.AddRange(names);
        return Task.FromResult<IReadOnlyList<GitTag>>([.. _tags.Values.Where(tag => names.Contains(tag.Name))]);
    }

    public Task<IReadOnlyList<string>> TagNamesAsync(string prefix, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<string>>([.. _tags.Keys.Concat(Lightweight).Where(name => name.StartsWith(prefix, StringComparison.Ordinal))]);

    public Task<bool> CreateTagAsync(NewGitTag tag, CancellationToken cancellation)
    {
        BeforeTag(tag);
        if (_tags.ContainsKey(tag.Name) || Lightweight.Contains(tag.Name))
            return Task.FromResult(false);
        Tag(tag.Name, tag.Commit, tag.Message);
        AfterTag(tag);
        return Task.FromResult(true);
    }

    private static string NameOf(int commit) => commit.ToString("x40", CultureInfo.InvariantCulture);

    private SortedDictionary<string, string> At(string commit) => _commits[int.Parse(commit, NumberStyles.HexNumber, CultureInfo.InvariantCulture)];
}
