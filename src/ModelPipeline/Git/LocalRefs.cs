namespace ModelPipeline.Git;

/// <summary>The branches and tags of the repository on disk.</summary>
/// <param name="git">Runs git.</param>
internal sealed class LocalRefs(GitCommand git) : IGitRefs
{
    /// <summary>The branch that <c>init.defaultBranch</c> names, <c>main</c> or <c>master</c>, whichever is there first; else the one that is checked out.</summary>
    public async Task<string> DefaultBranchAsync(CancellationToken cancellation)
    {
        var configured = await git.TryAsync(new GitCall("config", "--get", "init.defaultBranch"), cancellation).ConfigureAwait(false);
        foreach (var name in new[] { configured.Text, "main", "master" }.Where(name => name.Length > 0))
        {
            if (await FindAsync($"refs/heads/{name}", cancellation).ConfigureAwait(false) is not null)
                return name;
        }

        var head = await git.TryAsync(new GitCall("symbolic-ref", "--short", "HEAD"), cancellation).ConfigureAwait(false);
        return head.ExitCode == 0 ? head.Text : throw new RemoteException("The repository has no branch main or master, and none is checked out: make one.");
    }

    public async Task<string?> FindAsync(string name, CancellationToken cancellation)
    {
        var found = await git.RunAsync(new GitCall("for-each-ref", "--format=%(objectname) %(refname)", name), cancellation).ConfigureAwait(false);
        return found.Lines.Select(line => line.Split(' ', 2)).FirstOrDefault(line => line[1] == name)?[0];
    }

    public async Task<IReadOnlyList<string>> TagNamesAsync(CancellationToken cancellation) =>
        [.. (await git.RunAsync(new GitCall("for-each-ref", "--format=%(refname)", "refs/tags/"), cancellation).ConfigureAwait(false)).Lines];

    public async Task<IReadOnlyDictionary<string, string>> AnnotatedTagsAsync(CancellationToken cancellation)
    {
        var tags = await git.RunAsync(new GitCall("for-each-ref", "--format=%(objecttype) %(objectname) %(refname)", "refs/tags/"), cancellation).ConfigureAwait(false);
        return tags.Lines.Select(line => line.Split(' ', 3)).Where(line => line[0] == "tag").ToDictionary(line => line[2], line => line[1], StringComparer.Ordinal);
    }

    public async Task BringAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation)
    {
        var missing = await GitObjects.MissingAsync(git, objects, cancellation).ConfigureAwait(false);
        if (missing.Count > 0)
            throw new RemoteException($"The repository lacks {string.Join(", ", missing)}.");
    }

    public async Task<bool> UpdateAsync(string name, string next, string? seen, CancellationToken cancellation)
    {
        var trees = await git.RunAsync(new GitCall("worktree", "list", "--porcelain"), cancellation).ConfigureAwait(false);
        if (trees.Lines.Contains($"branch {name}"))
            throw new InputException($"The branch {QuotedText.Of(name["refs/heads/".Length..])} is checked out, so it is not changed under your hands: switch to another one, or add a remote.");
        var call = new GitCall("update-ref", "-m", "ModelPipeline", name, next, seen ?? new string('0', next.Length));
        var output = await git.TryAsync(call, cancellation).ConfigureAwait(false);
        if (output.ExitCode == 0)
            return true;
        return await FindAsync(name, cancellation).ConfigureAwait(false) != seen ? false : throw GitCommand.Refused(call, output);
    }
}
