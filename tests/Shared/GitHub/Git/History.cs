namespace Shared.GitHub.Git;

/// <summary>What can be said of commits: their order, their bases, their changes.</summary>
internal sealed class History(ObjectStore objects)
{
    /// <summary>A commit and all before it, newest first; a child always before its parents.</summary>
    public IReadOnlyList<string> Log(string head)
    {
        var all = Ancestors(head);
        var children = all.ToDictionary(hash => hash, _ => 0);
        foreach (var parent in all.SelectMany(Parents))
            children[parent]++;
        var ready = new PriorityQueue<string, (long, int)>();
        ready.Enqueue(head, default);
        var log = new List<string>();
        while (ready.TryDequeue(out var hash, out _))
        {
            log.Add(hash);
            foreach (var parent in Parents(hash).Where(parent => --children[parent] == 0))
                ready.Enqueue(parent, (-objects.Read<GitCommit>(parent).Committer.When.UtcTicks, log.Count));
        }

        return log;
    }

    public HashSet<string> Ancestors(string head)
    {
        HashSet<string> seen = [head];
        var open = new Stack<string>(seen);
        while (open.TryPop(out var hash))
        {
            foreach (var parent in Parents(hash).Where(seen.Add))
                open.Push(parent);
        }

        return seen;
    }

    public bool IsAncestor(string older, string newer) => Ancestors(newer).Contains(older);

    /// <summary>The newest commit that two have in common; <see langword="null"/> where there is none.</summary>
    public string? MergeBase(string left, string right)
    {
        var others = Ancestors(right);
        return Log(left).FirstOrDefault(others.Contains);
    }

    /// <summary>The commits of a head that a base lacks, oldest first.</summary>
    public IReadOnlyList<string> Range(string @base, string head)
    {
        var known = Ancestors(@base);
        return [.. Log(head).Where(hash => !known.Contains(hash)).Reverse()];
    }

    /// <summary>The files that differ between two commits; a file with the same content under another path is a rename.</summary>
    public IReadOnlyList<GitChange> Changes(string? older, string newer)
    {
        var before = older is null ? [] : objects.FilesOf(older);
        var after = objects.FilesOf(newer);
        var removed = before.Where(file => !after.ContainsKey(file.Key)).ToDictionary(file => file.Key, file => file.Value.Hash);
        var changes = new List<GitChange>();
        foreach (var (path, entry) in after.Where(file => !before.TryGetValue(file.Key, out var old) || old != file.Value))
        {
            if (before.TryGetValue(path, out var old))
                changes.Add(new(path, "modified", null, old.Hash, entry.Hash));
            else if (removed.FirstOrDefault(file => file.Value == entry.Hash).Key is { } previous && removed.Remove(previous))
                changes.Add(new(path, "renamed", previous, entry.Hash, entry.Hash));
            else
                changes.Add(new(path, "added", null, null, entry.Hash));
        }

        changes.AddRange(removed.Select(file => new GitChange(file.Key, "removed", null, file.Value, null)));
        return [.. changes.OrderBy(change => change.Path, StringComparer.Ordinal)];
    }

    /// <summary>What a head changes on top of a base: equal for two heads that carry the same patch.</summary>
    public IReadOnlyList<GitChange> Patch(string @base, string head) => Changes(MergeBase(@base, head), head);

    /// <summary>The tree of a merge; <see langword="null"/> where both sides changed a file differently.</summary>
    public string? MergedTree(string @base, string head)
    {
        var origin = MergeBase(@base, head) is { } common ? objects.FilesOf(common) : [];
        var merged = objects.FilesOf(@base);
        var theirs = objects.FilesOf(head);
        foreach (var path in origin.Keys.Union(theirs.Keys).ToList())
        {
            var (was, ours, their) = (origin.GetValueOrDefault(path), merged.GetValueOrDefault(path), theirs.GetValueOrDefault(path));
            if (their == was || their == ours)
                continue;
            if (ours != was)
                return null;
            if (their is null)
                merged.Remove(path);
            else
                merged[path] = their;
        }

        return objects.WriteTree(merged);
    }

    /// <summary>The tree of a commit's changes on top of another.</summary>
    public string PickedTree(string onto, string commit)
    {
        var (picked, theirs) = (objects.FilesOf(onto), objects.FilesOf(commit));
        foreach (var change in Changes(Parents(commit)[0], commit))
        {
            picked.Remove(change.PreviousPath ?? change.Path);
            if (theirs.TryGetValue(change.Path, out var file))
                picked[change.Path] = file;
        }

        return objects.WriteTree(picked);
    }

    private IReadOnlyList<string> Parents(string hash) => objects.Read<GitCommit>(hash).Parents;
}
