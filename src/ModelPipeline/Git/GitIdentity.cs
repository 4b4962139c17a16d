using System.Globalization;

namespace ModelPipeline.Git;

/// <summary>Who commits and tags.</summary>
/// <param name="Name">The name.</param>
/// <param name="Address">The mail address.</param>
internal sealed record GitIdentity(string Name, string Address)
{
    /// <summary>Who it is where nothing says: <c>ModelPipeline &lt;modelpipeline@localhost&gt;</c>.</summary>
    public static readonly GitIdentity Default = new("ModelPipeline", "modelpipeline@localhost");

    /// <summary>Who git's configuration, or <c>GIT_COMMITTER_NAME</c> and <c>GIT_COMMITTER_EMAIL</c>, say it is; else <see cref="Default"/>. Nothing is guessed from the machine's names.</summary>
    /// <exception cref="RemoteException">git is not there.</exception>
    public static async Task<GitIdentity> ReadAsync(GitCommand git, CancellationToken cancellation)
    {
        var known = await git.TryAsync(new GitCall("-c", "user.useConfigOnly=true", "var", "GIT_COMMITTER_IDENT"), cancellation).ConfigureAwait(false);
        var (open, close) = (known.Text.LastIndexOf(" <", StringComparison.Ordinal), known.Text.LastIndexOf('>'));
        return known.ExitCode == 0 && open > 0 && close > open ? new GitIdentity(known.Text[..open], known.Text[(open + 2)..close]) : Default;
    }

    /// <summary>A time as git writes it, for example <c>1764000000 +0000</c>.</summary>
    public static string TimeOf(DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"{time.ToUnixTimeSeconds()} +0000");

    /// <summary>The environment variables of a commit that this identity makes.</summary>
    public IReadOnlyDictionary<string, string> At(DateTimeOffset time) => new Dictionary<string, string>
    {
        ["GIT_AUTHOR_NAME"] = Name,
        ["GIT_AUTHOR_EMAIL"] = Address,
        ["GIT_AUTHOR_DATE"] = TimeOf(time),
        ["GIT_COMMITTER_NAME"] = Name,
        ["GIT_COMMITTER_EMAIL"] = Address,
        ["GIT_COMMITTER_DATE"] = TimeOf(time),
    };
}
