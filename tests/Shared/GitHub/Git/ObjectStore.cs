using Files = System.Collections.Generic.SortedDictionary<string, Shared.GitHub.Git.GitEntry>;

namespace Shared.GitHub.Git;

/// <summary>Git's database: one for all repositories, as forks share theirs.</summary>
internal sealed class ObjectStore
{
    private readonly Dictionary<string, GitObject> _objects = [];

    public string Add(GitObject item)
    {
        var hash = item.Hash();
        _objects.TryAdd(hash, item);
        return hash;
    }

    public T? Find<T>(string hash)
        where T : GitObject => _objects.GetValueOrDefault(hash) as T;

    public T Read<T>(string hash)
        where T : GitObject => Find<T>(hash) ?? throw new InvalidOperationException($"There is no {typeof(T).Name} {hash}.");

    /// <summary>The commit that a hash ends at, through however many tags; <see langword="null"/> where it ends at none.</summary>
    public string? Peel(string hash) => _objects.GetValueOrDefault(hash) switch
    {
        GitCommit => hash,
        GitTagObject tag => Peel(tag.Target),
        _ => null,
    };

    /// <summary>Every file of a tree by path.</summary>
    public Files Files(string tree)
    {
        var files = new Files(StringComparer.Ordinal);
        Collect(tree, "", files);
        return files;
    }

    public Files FilesOf(string commit) => Files(Read<GitCommit>(commit).Tree);

    /// <summary>Stores the trees of files by path; the root's hash.</summary>
    public string WriteTree(IEnumerable<KeyValuePair<string, GitEntry>> files)
    {
        var entries = new Dictionary<string, GitEntry>(StringComparer.Ordinal);
        foreach (var group in files.GroupBy(file => file.Key.Split('/', 2)[0], StringComparer.Ordinal))
        {
            var direct = group.Where(file => file.Key == group.Key).Select(file => file.Value).FirstOrDefault();
            entries[group.Key] = direct ?? new(GitEntry.Folder, WriteTree(group.Select(file => KeyValuePair.Create(file.Key[(group.Key.Length + 1)..], file.Value))));
        }

        return Add(new GitTree(entries));
    }

    private void Collect(string tree, string prefix, Files files)
    {
        foreach (var (name, entry) in Read<GitTree>(tree).Entries)
        {
            if (entry.IsFolder)
                Collect(entry.Hash, $"{prefix}{name}/", files);
            else
                files[prefix + name] = entry;
        }
    }
}
