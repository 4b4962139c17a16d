using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>One pull request in memory.</summary>
internal sealed class PublishedRequests(Wire wire, PublishedGit git) : IPullRequests
{
    public required PullRequest Request { get; set; }

    /// <summary>Whether the branch's rules keep it from being merged.</summary>
    public bool IsProtected { get; set; }

    /// <summary>What a merge makes of the head's files.</summary>
    public Action<Dictionary<string, byte[]>> Merging { get; set; } = _ => { };

    public Task<PullRequest?> ReadAsync(int number, CancellationToken cancellation) => wire.ReadAsync("pull-request", () => number == Request.Number ? Request : null);

    public Task<string?> MergeAsync(int number, string head, string title, CancellationToken cancellation) => wire.ChangeAsync("merge", () =>
    {
        if (!Request.IsOpen || Request.Head != head || IsProtected)
            return null;
        var files = new Dictionary<string, byte[]>(git.Commits[head]);
        Merging(files);
        git.Commits["merged"] = files;
        Request = Request with { IsOpen = false, MergeCommit = "merged" };
        return "merged";
    });

    public Task<IReadOnlyList<PullRequest>> OpenOfBranchAsync(string branch, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<Review>> ReviewsAsync(int number, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<AuthoredCommit>> CommitsAsync(int number, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<ChangedFile>> ChangedFilesAsync(int number, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<HeadArrival> ArrivalAsync(PullRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<CheckResult>> ChecksAsync(string commit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Permission> PermissionAsync(string login, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<Account>?> TeamMembersAsync(string organisation, string team, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<AuthoredCommit>> HistoryAsync(string path, string commit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> ParentsAsync(string commit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<PullRequest> OpenAsync(NewPullRequest request, CancellationToken cancellation) => throw new NotSupportedException();

    public Task UpdateAsync(int number, string title, string body, CancellationToken cancellation) => throw new NotSupportedException();
}
