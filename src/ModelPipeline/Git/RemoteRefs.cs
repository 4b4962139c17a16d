using System.Text;

namespace ModelPipeline.Git;

/// <summary>The branches and tags of a remote. Branches and tags on disk stay as they are; what is pushed, git notes under <c>refs/remotes</c>.</summary>
/// <param name="git">Runs git.</param>
/// <param name="remote">The remote's name or address.</param>
internal sealed class RemoteRefs(GitCommand git, string remote) : IGitRefs
{
    private const string Peeled = "^{}";

    public async Task<string> DefaultBranchAsync(CancellationToken cancellation)
    {
        const string Branch = "ref: refs/heads/";
        var head = await AskAsync(["ls-remote", "--symref", "--", remote, "HEAD"], cancellation).ConfigureAwait(false);
        return head.Lines.FirstOrDefault(line => line.StartsWith(Branch, StringComparison.Ordinal)) is { } line
            ? line[Branch.Length..line.IndexOf('\t', StringComparison.Ordinal)]
            : throw new RemoteException($"{Name} does not say which of its branches is the default one: is it empty? Push a first commit.");
    }

    public async Task<string?> FindAsync(string name, CancellationToken cancellation) =>
        (await ListAsync(name, cancellation).ConfigureAwait(false)).GetValueOrDefault(name);

    public async Task<IReadOnlyList<string>> TagNamesAsync(CancellationToken cancellation) =>
        [.. (await ListAsync("refs/tags/*", cancellation).ConfigureAwait(false)).Keys.Where(name => !name.EndsWith(Peeled, StringComparison.Ordinal))];

    public async Task<IReadOnlyDictionary<string, string>> AnnotatedTagsAsync(CancellationToken cancellation)
    {
        var tags = await ListAsync("refs/tags/*", cancellation).ConfigureAwait(false);
        return tags.Where(tag => tags.ContainsKey(tag.Key + Peeled)).ToDictionary(StringComparer.Ordinal);
    }

    public async Task BringAsync(IReadOnlyCollection<string> objects, CancellationToken cancellation)
    {
        var missing = await GitObjects.MissingAsync(git, objects, cancellation).ConfigureAwait(false);
        if (missing.Count == 0)
            return;
        await git.RunAsync(
            new GitCall("fetch", "--quiet", "--no-tags", "--no-prune", "--no-write-fetch-head", "--no-recurse-submodules", "--no-auto-maintenance", "--stdin", "--", remote)
            {
                Input = Encoding.UTF8.GetBytes(string.Join('\n', missing) + "\n"),
                Limit = GitCall.RemoteLimit,
            },
            cancellation).ConfigureAwait(false);
    }

    public async Task<bool> UpdateAsync(string name, string next, string? seen, CancellationToken cancellation)
    {
        var call = new GitCall(
            "push", "--porcelain", "--no-verify", "--no-follow-tags", "--no-signed", "--recurse-submodules=no", $"--force-with-lease={name}:{seen}", "--", remote, $"{next}:{name}")
        {
            Limit = GitCall.RemoteLimit,
        };
        var output = await git.TryAsync(call, cancellation).ConfigureAwait(false);
        if (output.ExitCode != 0)
            return await HappenedAsync(call, output, (name, next, seen), cancellation).ConfigureAwait(false);
        if (output.Lines.Any(line => line.StartsWith("=\t", StringComparison.Ordinal)))
            return false;
        var found = await FindAsync(name, cancellation).ConfigureAwait(false);
        return found == next || (found != seen ? false : throw Elsewhere(name));
    }

    private string Name => $"The remote {QuotedText.Of(GitErrors.WithoutSecrets(remote))}";

    private RemoteException Elsewhere(string name) =>
        new($"{Name} took {QuotedText.Of(name)}, but where it is read from has it not: see that 'git remote get-url' and 'git remote get-url --push' name the same repository.") { MayHaveHappened = true };

    /// <summary>Reads what became of a push that failed: its answer may have been lost.</summary>
    private async Task<bool> HappenedAsync(GitCall call, GitOutput output, (string Name, string Next, string? Seen) change, CancellationToken cancellation)
    {
        string? found;
        try
        {
            found = await FindAsync(change.Name, cancellation).ConfigureAwait(false);
        }
        catch (RemoteException fault)
        {
            throw new RemoteException($"{GitCommand.Refused(call, output).Message} Then {fault.Message}", fault) { MayHaveHappened = true };
        }

        if (found == change.Next)
            return true;
        return found != change.Seen ? false : throw GitCommand.Refused(call, output);
    }

    private async Task<IReadOnlyDictionary<string, string>> ListAsync(string pattern, CancellationToken cancellation)
    {
        var names = await AskAsync(["ls-remote", "--", remote, pattern], cancellation).ConfigureAwait(false);
        return names.Lines.Select(line => line.Split('\t', 2)).Where(line => line.Length == 2).ToDictionary(line => line[1], line => line[0], StringComparer.Ordinal);
    }

    private Task<GitOutput> AskAsync(string[] arguments, CancellationToken cancellation) =>
        git.RunAsync(new GitCall(arguments) { Limit = GitCall.RemoteLimit }, cancellation);
}
