using System.Globalization;
using System.Text;

namespace ModelPipeline.Git;

/// <summary>Makes commits without a work tree: HEAD and the index of the repository on disk stay as they are.</summary>
/// <param name="git">Runs git.</param>
/// <param name="clock">Gives a commit its date.</param>
internal sealed class GitCommit(GitCommand git, TimeProvider clock)
{
    /// <summary>The tree of a commit with some files put into it.</summary>
    public async Task<string> TreeAsync(BranchCommit commit, CancellationToken cancellation)
    {
        var entries = new StringBuilder();
        foreach (var (path, bytes) in commit.Files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            var blob = await git.RunAsync(new GitCall("hash-object", "-w", "--stdin") { Input = bytes }, cancellation).ConfigureAwait(false);
            entries.Append(CultureInfo.InvariantCulture, $"100644 {blob.Text}\t{GitPath.Expect(path)}\0");
        }

        var folder = Directory.CreateTempSubdirectory("modelpipeline-index-");
        try
        {
            var index = new Dictionary<string, string> { ["GIT_INDEX_FILE"] = Path.Combine(folder.FullName, "index") };
            await git.RunAsync(new GitCall("read-tree", commit.Parent) { Variables = index }, cancellation).ConfigureAwait(false);
            var input = Encoding.UTF8.GetBytes(entries.ToString());
            await git.RunAsync(new GitCall("update-index", "-z", "--index-info") { Variables = index, Input = input }, cancellation).ConfigureAwait(false);
            await ExpectAsync(commit.Files.Keys, index, cancellation).ConfigureAwait(false);
            return (await git.RunAsync(new GitCall("write-tree") { Variables = index }, cancellation).ConfigureAwait(false)).Text;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Makes the commit of a tree.</summary>
    public async Task<string> MakeAsync(BranchCommit commit, string tree, CancellationToken cancellation)
    {
        var committer = await GitIdentity.ReadAsync(git, cancellation).ConfigureAwait(false);
        var made = await git.RunAsync(
            new GitCall("commit-tree", tree, "-p", commit.Parent, "-F", "-")
            {
                Input = Encoding.UTF8.GetBytes(commit.Message.TrimEnd('\n') + "\n"),
                Variables = committer.At(clock.GetUtcNow()),
            },
            cancellation).ConfigureAwait(false);
        return made.Text;
    }

    /// <summary>Whether a commit has a tree and one parent.</summary>
    public async Task<bool> IsAsync(string commit, string tree, string parent, CancellationToken cancellation)
    {
        var text = await git.RunAsync(new GitCall("cat-file", "commit", commit), cancellation).ConfigureAwait(false);
        var head = text.Text.Split("\n\n", 2)[0].Split('\n').Where(line => line.StartsWith("tree ", StringComparison.Ordinal) || line.StartsWith("parent ", StringComparison.Ordinal));
        return head.SequenceEqual([$"tree {tree}", $"parent {parent}"], StringComparer.Ordinal);
    }

    /// <summary>git passes over a path that it takes for dangerous, such as <c>.git/config</c>, without a fault.</summary>
    private async Task ExpectAsync(IEnumerable<string> paths, IReadOnlyDictionary<string, string> index, CancellationToken cancellation)
    {
        var taken = await git.RunAsync(new GitCall("ls-files", "-z", "--full-name") { Variables = index }, cancellation).ConfigureAwait(false);
        var refused = paths.Except(Encoding.UTF8.GetString(taken.Bytes).Split('\0'), StringComparer.Ordinal).Select(path => QuotedText.Of(path)).ToArray();
        if (refused.Length > 0)
            throw new InputException($"git does not take {string.Join(", ", refused)} as the path of a file.");
    }
}
