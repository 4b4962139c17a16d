using System.Text;

namespace ModelPipeline.Git;

/// <summary>
/// A remote repository by way of the git program and a clone on disk, shallow or whole; or the repository on disk itself.
/// On disk only objects are added: the work tree, the index, HEAD, branches and tags of a clone stay as they are.
/// </summary>
public sealed class GitCommandRemote : IGitRemote
{
    private const string Branches = "refs/heads/";
    private const string Tags = "refs/tags/";

    private readonly GitCommand _git;
    private readonly IGitRefs _refs;
    private readonly TimeProvider _clock;

    private GitCommandRemote(GitCommand git, IGitRefs refs, TimeProvider clock) => (_git, _refs, _clock) = (git, refs, clock);

    /// <summary>The remote of a repository on disk.</summary>
    /// <param name="folder">A folder in the repository.</param>
    /// <param name="remote">The remote's name or address; <see langword="null"/> for <c>origin</c>, else the only one, else, where there is none, the repository on disk itself.</param>
    /// <param name="clock">Gives commits and tags their dates.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">The folder is in no repository, or it is not clear which remote is meant, or it is pushed to another address than it is read from.</exception>
    /// <exception cref="RemoteException">git is not there, or refuses.</exception>
    public static async Task<GitCommandRemote> OpenAsync(string folder, string? remote, TimeProvider clock, CancellationToken cancellation)
    {
        if (!Directory.Exists(folder))
            throw new InputException($"There is no folder {QuotedText.Of(folder)}.");
        if (remote is "" || remote?[0] == '-')
            throw new InputException($"{QuotedText.Of(remote)} is not the name or the address of a git remote.");
        var git = new GitCommand(folder);
        var root = await git.TryAsync(new GitCall("rev-parse", "--git-dir"), cancellation).ConfigureAwait(false);
        if (root.ExitCode != 0)
            throw new InputException($"{QuotedText.Of(folder)} is in no git repository that can be read: {root.Errors}");
        var chosen = remote ?? Choose((await git.RunAsync(new GitCall("remote"), cancellation).ConfigureAwait(false)).Lines.ToArray());
        if (chosen is not null)
            await ExpectOneAddressAsync(git, chosen, cancellation).ConfigureAwait(false);
        return new GitCommandRemote(git, chosen is null ? new LocalRefs(git) : new RemoteRefs(git, chosen), clock);
    }

    /// <inheritdoc/>
    public Task<string> DefaultBranchAsync(CancellationToken cancellation) => _refs.DefaultBranchAsync(cancellation);

    /// <inheritdoc/>
    public async Task<string?> TipAsync(string branch, CancellationToken cancellation) =>
        await _refs.FindAsync(await NameAsync(Branches, branch, cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<GitFile>> FilesAsync(string commit, string folder, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(folder);
        await _refs.BringAsync([GitHash.Expect(commit)], cancellation).ConfigureAwait(false);
        string[] below = folder.Length == 0 ? [] : ["--", $"{GitPath.Expect(folder.TrimEnd('/'))}/"];
        return await ListAsync(["ls-tree", "-r", "-z", "--full-tree", commit, .. below], cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<byte[]?> ReadAsync(string commit, string path, CancellationToken cancellation)
    {
        await _refs.BringAsync([GitHash.Expect(commit)], cancellation).ConfigureAwait(false);
        var found = await ListAsync(["ls-tree", "-z", "--full-tree", commit, "--", GitPath.Expect(path)], cancellation).ConfigureAwait(false);
        return found is [{ HasBytes: true } file] ? (await _git.RunAsync(new GitCall("cat-file", "blob", file.Blob), cancellation).ConfigureAwait(false)).Bytes : null;
    }

    /// <inheritdoc/>
    public async Task<string> CommitAsync(BranchCommit commit, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        var name = await NameAsync(Branches, commit.Branch, cancellation).ConfigureAwait(false);
        var seen = await _refs.FindAsync(name, cancellation).ConfigureAwait(false);
        string[] needed = [GitHash.Expect(commit.Parent), .. seen is null ? Array.Empty<string>() : [seen]];
        await _refs.BringAsync(needed, cancellation).ConfigureAwait(false);

        var commits = new GitCommit(_git, _clock);
        var tree = await commits.TreeAsync(commit, cancellation).ConfigureAwait(false);
        if (seen is not null && await commits.IsAsync(seen, tree, commit.Parent, cancellation).ConfigureAwait(false))
            return seen;
        var made = await commits.MakeAsync(commit, tree, cancellation).ConfigureAwait(false);
        return await _refs.UpdateAsync(name, made, seen, cancellation).ConfigureAwait(false)
            ? made
            : throw new RemoteException($"The branch {QuotedText.Of(commit.Branch)} was changed by somebody else at the same time: run it again.");
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<GitTag>> TagsAsync(string prefix, CancellationToken cancellation) =>
        TagsAsync(name => name.StartsWith(prefix, StringComparison.Ordinal), cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<GitTag>> TagsAsync(IReadOnlySet<string> names, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(names);
        return TagsAsync(names.Contains, cancellation);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> TagNamesAsync(string prefix, CancellationToken cancellation) =>
    [
        .. (await _refs.TagNamesAsync(cancellation).ConfigureAwait(false))
            .Where(name => name.StartsWith(Tags + prefix, StringComparison.Ordinal))
            .Select(name => name[Tags.Length..])
            .Order(StringComparer.Ordinal),
    ];

    /// <inheritdoc/>
    public async Task<bool> CreateTagAsync(NewGitTag tag, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var name = await NameAsync(Tags, tag.Name, cancellation).ConfigureAwait(false);
        if (await _refs.FindAsync(name, cancellation).ConfigureAwait(false) is not null)
            return false;
        await _refs.BringAsync([GitHash.Expect(tag.Commit)], cancellation).ConfigureAwait(false);
        var tagger = await GitIdentity.ReadAsync(_git, cancellation).ConfigureAwait(false);
        var text = Encoding.UTF8.GetBytes(TagObject.Write(tag, tagger, _clock.GetUtcNow()));
        var made = await _git.RunAsync(new GitCall("mktag") { Input = text }, cancellation).ConfigureAwait(false);
        return await _refs.UpdateAsync(name, made.Text, null, cancellation).ConfigureAwait(false);
    }

    private static string? Choose(string[] remotes) => remotes switch
    {
        [] => null,
        _ when remotes.Contains("origin") => "origin",
        [var only] => only,
        _ => throw new InputException($"The repository has several remotes and none is named origin: {string.Join(", ", remotes.Select(remote => QuotedText.Of(remote)))}. Name the one that releases are recorded in."),
    };

    /// <exception cref="InputException">What is pushed goes elsewhere than what is read comes from.</exception>
    private static async Task ExpectOneAddressAsync(GitCommand git, string remote, CancellationToken cancellation)
    {
        var pushed = await git.TryAsync(new GitCall("config", "--get-all", $"remote.{remote}.pushurl"), cancellation).ConfigureAwait(false);
        if (pushed.ExitCode != 0)
            return;
        var read = await git.TryAsync(new GitCall("config", "--get-all", $"remote.{remote}.url"), cancellation).ConfigureAwait(false);
        if (read.Lines.Take(1).SequenceEqual(pushed.Lines))
            return;
        throw new InputException($"The remote {QuotedText.Of(remote)} is read from one address and pushed to another: give it one with 'git config --unset-all remote.{QuotedText.Escape(remote)}.pushurl'.");
    }

    private static GitTag? TagOf(string name, string hash, Dictionary<string, TagObject> objects)
    {
        var tag = objects[hash];
        var last = tag;
        while (last.Type == "tag")
            last = objects[last.Marked];
        return last.Type == "commit" ? new GitTag(name, last.Marked, tag.Message, tag.Tagger, tag.Tagged) : null;
    }

    private async Task<IReadOnlyList<GitTag>> TagsAsync(Func<string, bool> isWanted, CancellationToken cancellation)
    {
        var tags = (await _refs.AnnotatedTagsAsync(cancellation).ConfigureAwait(false))
            .Where(tag => isWanted(tag.Key[Tags.Length..]))
            .OrderBy(tag => tag.Key, StringComparer.Ordinal)
            .ToArray();
        var objects = await TagObjectsAsync([.. tags.Select(tag => tag.Value)], cancellation).ConfigureAwait(false);
        return [.. tags.Select(tag => TagOf(tag.Key[Tags.Length..], tag.Value, objects)).OfType<GitTag>()];
    }

    /// <summary>Tag objects, and those that they mark in turn, by their hashes.</summary>
    private async Task<Dictionary<string, TagObject>> TagObjectsAsync(IReadOnlyCollection<string> hashes, CancellationToken cancellation)
    {
        await _refs.BringAsync(hashes, cancellation).ConfigureAwait(false);
        var objects = new Dictionary<string, TagObject>(StringComparer.Ordinal);
        for (var next = hashes; next.Count > 0;)
        {
            foreach (var (hash, text) in await GitObjects.ReadAsync(_git, next, cancellation).ConfigureAwait(false))
                objects[hash] = TagObject.Parse(text);
            next = [.. objects.Values.Where(tag => tag.Type == "tag" && !objects.ContainsKey(tag.Marked)).Select(tag => tag.Marked).Distinct(StringComparer.Ordinal)];
        }

        return objects;
    }

    private async Task<IReadOnlyList<GitFile>> ListAsync(string[] arguments, CancellationToken cancellation)
    {
        var listed = await _git.RunAsync(new GitCall(arguments), cancellation).ConfigureAwait(false);
        return
        [
            .. Encoding.UTF8.GetString(listed.Bytes).Split('\0', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\t', 2))
                .Select(line => (Kind: line[0].Split(' '), Path: line[1]))
                .Select(entry => new GitFile(entry.Path, entry.Kind[2], entry.Kind[0]))
                .OrderBy(file => file.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>The full name of a branch or a tag.</summary>
    private async Task<string> NameAsync(string kind, string name, CancellationToken cancellation)
    {
        var format = await _git.TryAsync(new GitCall("check-ref-format", kind + name), cancellation).ConfigureAwait(false);
        return format.ExitCode == 0 ? kind + name : throw new InputException($"{QuotedText.Of(name)} is not a name that git takes for a branch or a tag.");
    }
}
