using System.Collections.Concurrent;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;

namespace ModelPipeline.GitHub.Git;

/// <summary>The files of commits. Trees never change, so each is read once.</summary>
/// <param name="repository">The repository.</param>
internal sealed class Trees(HostedRepository repository)
{
    private const int DeepestFolder = 64;

    private readonly ConcurrentDictionary<string, GitCommitDocument> _commits = new();
    private readonly ConcurrentDictionary<string, TreeDocument> _trees = new();

    /// <summary>A commit.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<GitCommitDocument> CommitAsync(string hash, CancellationToken cancellation) =>
        _commits.TryGetValue(hash, out var known) ? known
        : _commits[hash] = await repository.GetAsync(repository.At($"git/commits/{UrlPath.Segment(hash)}"), GitHubJson.Default.GitCommitDocument, cancellation);

    /// <summary>What a commit has at a path; <see langword="null"/> for nothing.</summary>
    public async Task<TreeEntry?> FindAsync(string commit, string path, CancellationToken cancellation)
    {
        var entry = new TreeEntry("", "040000", "tree", (await CommitAsync(commit, cancellation)).Tree.Sha);
        foreach (var name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (entry is not { Type: "tree" })
                return null;
            entry = (await TreeAsync(entry.Sha, isRecursive: false, cancellation)).Tree.FirstOrDefault(candidate => candidate.Path == name);
        }

        return entry;
    }

    /// <summary>Every file of a commit below a folder, with its whole path.</summary>
    public async Task<IReadOnlyList<TreeEntry>> FilesAsync(string commit, string folder, CancellationToken cancellation) =>
        await FindAsync(commit, folder, cancellation) is { Type: "tree" } tree
            ? [.. (await EntriesAsync(tree.Sha, folder.Length == 0 ? "" : $"{folder}/", 0, cancellation)).Where(entry => entry.Type != "tree")]
            : [];

    private async Task<IReadOnlyList<TreeEntry>> EntriesAsync(string tree, string prefix, int depth, CancellationToken cancellation)
    {
        var all = await TreeAsync(tree, isRecursive: true, cancellation);
        if (!all.Truncated)
            return [.. all.Tree.Select(entry => entry with { Path = prefix + entry.Path })];
        if (depth > DeepestFolder)
            throw new RemoteException($"The tree of {QuotedText.Of(prefix)} is too deep to be read.");

        var entries = new List<TreeEntry>();
        foreach (var entry in (await TreeAsync(tree, isRecursive: false, cancellation)).Tree)
        {
            entries.Add(entry with { Path = prefix + entry.Path });
            if (entry.Type == "tree")
                entries.AddRange(await EntriesAsync(entry.Sha, $"{prefix}{entry.Path}/", depth + 1, cancellation));
        }

        return entries;
    }

    private async Task<TreeDocument> TreeAsync(string hash, bool isRecursive, CancellationToken cancellation)
    {
        var path = repository.At($"git/trees/{UrlPath.Segment(hash)}{(isRecursive ? "?recursive=1" : "")}");
        if (_trees.TryGetValue(path, out var known))
            return known;
        var tree = await repository.GetAsync(path, GitHubJson.Default.TreeDocument, cancellation);
        return tree.Truncated && !isRecursive
            ? throw new RemoteException($"GitHub lists only a part of the folder with the tree {QuotedText.Of(hash)}: it has too many files. Split the folder.")
            : _trees[path] = tree;
    }
}
