namespace ModelPipeline.Git;

/// <summary>What is checked out in a folder.</summary>
/// <param name="Commit">The commit; <see langword="null"/> where the folder is in no repository, or git cannot say.</param>
/// <param name="HasChanges">Whether files differ from it; <see langword="null"/> where git cannot say.</param>
public sealed record GitCheckout(string? Commit, bool? HasChanges)
{
    /// <summary>Asks git.</summary>
    /// <param name="folder">A folder in the work tree.</param>
    /// <param name="cancellation">Stops it.</param>
    public static async Task<GitCheckout> ReadAsync(string folder, CancellationToken cancellation)
    {
        var git = new GitCommand(folder);
        try
        {
            var commit = await git.RunAsync(new GitCall("rev-parse", "--verify", "HEAD"), cancellation).ConfigureAwait(false);
            var changes = await git.TryAsync(new GitCall("status", "--porcelain"), cancellation).ConfigureAwait(false);
            return new GitCheckout(commit.Text, changes.ExitCode == 0 ? changes.Bytes.Length > 0 : null);
        }
        catch (RemoteException)
        {
            // What was trained without git is known by its digests alone.
            return new GitCheckout(null, null);
        }
    }
}
