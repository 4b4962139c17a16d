using System.Globalization;
using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>The one pull request of a release's branch.</summary>
/// <param name="requests">The host's pull requests.</param>
/// <param name="branch">The release's branch.</param>
/// <param name="baseBranch">The branch that it is to be merged into.</param>
internal sealed class ReleasePullRequest(IPullRequests requests, string branch, string baseBranch)
{
    /// <summary>Finds it; <see langword="null"/> where none is open.</summary>
    /// <exception cref="InputException">Several are open, or it goes into another branch.</exception>
    /// <exception cref="RemoteException">It cannot be read.</exception>
    public async Task<PullRequest?> FindAsync(CancellationToken cancellation)
    {
        var open = await requests.OpenOfBranchAsync(branch, cancellation).ConfigureAwait(false);
        if (open.Count > 1)
            throw new InputException($"Several pull requests of {QuotedText.Of(branch)} are open: {string.Join(", ", open.Select(NameOf))}. Close all but one.");
        return open.Count == 0 ? null
            : open[0].BaseBranch == baseBranch ? open[0]
            : throw new InputException($"Pull request {NameOf(open[0])} goes into {QuotedText.Of(open[0].BaseBranch)}, not into {QuotedText.Of(baseBranch)}: change its base, or close it.");
    }

    /// <summary>Opens it, or gives it another title and body where they differ.</summary>
    /// <param name="open">The one that is open.</param>
    /// <param name="title">Its title.</param>
    /// <param name="body">Its body.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="RemoteException">It cannot be opened or changed.</exception>
    public async Task<PullRequest> WriteAsync(PullRequest? open, string title, string body, CancellationToken cancellation)
    {
        if (open is null)
            return await requests.OpenAsync(new NewPullRequest(title, body, branch, baseBranch), cancellation).ConfigureAwait(false);
        if (open.Title != title || !IsSame(open.Body, body))
            await requests.UpdateAsync(open.Number, title, body, cancellation).ConfigureAwait(false);
        return open;
    }

    /// <summary>What people call it.</summary>
    public static string NameOf(PullRequest request) => string.Create(CultureInfo.InvariantCulture, $"#{request.Number}");

    /// <summary>Hosts change line ends and trailing blanks.</summary>
    private static bool IsSame(string shown, string body) => shown.ReplaceLineEndings("\n").TrimEnd() == body.ReplaceLineEndings("\n").TrimEnd();
}
