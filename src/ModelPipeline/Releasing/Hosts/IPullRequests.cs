using ModelPipeline.Git;

namespace ModelPipeline.Releasing.Hosts;

/// <summary>Pull requests and who said what in them. Every list is whole: where a page is missing or a cap was reached, it throws.</summary>
/// <remarks>Every member may throw <see cref="RemoteException"/>.</remarks>
public interface IPullRequests
{
    /// <summary>A pull request as it is now; <see langword="null"/> where there is none of that number.</summary>
    Task<PullRequest?> ReadAsync(int number, CancellationToken cancellation);

    /// <summary>The open pull requests of a branch of this repository, oldest first.</summary>
    Task<IReadOnlyList<PullRequest>> OpenOfBranchAsync(string branch, CancellationToken cancellation);

    /// <summary>Its reviews, in the host's order.</summary>
    Task<IReadOnlyList<Review>> ReviewsAsync(int number, CancellationToken cancellation);

    /// <summary>Its commits, oldest first.</summary>
    Task<IReadOnlyList<AuthoredCommit>> CommitsAsync(int number, CancellationToken cancellation);

    /// <summary>The files that it changes.</summary>
    Task<IReadOnlyList<ChangedFile>> ChangedFilesAsync(int number, CancellationToken cancellation);

    /// <summary>When its present head and its base branch came, by the server's clock, and who pushed.</summary>
    Task<HeadArrival> ArrivalAsync(PullRequest request, CancellationToken cancellation);

    /// <summary>Every check run and commit status of a commit, the superseded ones too.</summary>
    Task<IReadOnlyList<CheckResult>> ChecksAsync(string commit, CancellationToken cancellation);

    /// <summary>What a person may do in this repository.</summary>
    /// <param name="login">The account's present login.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>The permission and the account that it is of: logins change hands.</returns>
    Task<Permission> PermissionAsync(string login, CancellationToken cancellation);

    /// <summary>The members of a team; <see langword="null"/> where they cannot be read.</summary>
    /// <param name="organisation">The organisation's login.</param>
    /// <param name="team">The team's slug.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<Account>?> TeamMembersAsync(string organisation, string team, CancellationToken cancellation);

    /// <summary>The commits up to one that touch a path, newest first.</summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="commit">The newest commit.</param>
    /// <param name="cancellation">Stops it.</param>
    Task<IReadOnlyList<AuthoredCommit>> HistoryAsync(string path, string commit, CancellationToken cancellation);

    /// <summary>The parents of a commit, in order.</summary>
    Task<IReadOnlyList<string>> ParentsAsync(string commit, CancellationToken cancellation);

    /// <summary>Opens a pull request.</summary>
    Task<PullRequest> OpenAsync(NewPullRequest request, CancellationToken cancellation);

    /// <summary>Gives a pull request another title and body.</summary>
    Task UpdateAsync(int number, string title, string body, CancellationToken cancellation);

    /// <summary>Merges it, provided that its head is still the given commit.</summary>
    /// <returns>The merge commit; <see langword="null"/> where the host refused because the head moved or it cannot be merged: re-read it.</returns>
    Task<string?> MergeAsync(int number, string head, string title, CancellationToken cancellation);
}
