using ModelPipeline.Git;

namespace ModelPipeline.Releasing.Hosts;

/// <summary>What the pipeline tells people in a pull request. A token that may only read gives <see cref="ReportOutcome.NotAllowed"/>, never an exception.</summary>
/// <remarks>Every member may throw <see cref="RemoteException"/>.</remarks>
public interface IPullRequestReports
{
    /// <summary>Writes or rewrites the one comment with a marker. Only a comment that this token's own account wrote is ever rewritten.</summary>
    /// <param name="number">The pull request.</param>
    /// <param name="marker">An HTML comment that is the body's first line.</param>
    /// <param name="body">The whole body, the marker included, at most 65,536 characters.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<ReportOutcome> CommentAsync(int number, string marker, string body, CancellationToken cancellation);

    /// <summary>Makes the check run of a name on a commit, or updates the newest of this app.</summary>
    /// <param name="report">What it says; any number of annotations.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<ReportOutcome> CheckAsync(CheckReport report, CancellationToken cancellation);

    /// <summary>Whether an account is the one that this token acts as; false where nobody knows whose the token is.</summary>
    /// <param name="account">The account.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<bool> IsOwnAsync(Account account, CancellationToken cancellation);

    /// <summary>Starts a workflow on a branch.</summary>
    /// <param name="workflow">The workflow's file name, for example <c>ci.yml</c>.</param>
    /// <param name="branch">The branch or tag.</param>
    /// <param name="inputs">The workflow's inputs.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="InputException">There is no such workflow, or it cannot be dispatched.</exception>
    Task<ReportOutcome> DispatchAsync(string workflow, string branch, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellation);
}
