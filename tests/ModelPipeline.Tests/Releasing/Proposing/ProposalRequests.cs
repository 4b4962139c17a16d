using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Proposing;

/// <summary>Pull requests in memory.</summary>
internal sealed class ProposalRequests(RemoteCalls calls, ProposalGit git) : IPullRequests
{
    private readonly List<PullRequest> _all = [];

    /// <summary>All that were ever opened, as they are now.</summary>
    public IReadOnlyList<PullRequest> All => [.. _all.Select(Now)];

    /// <summary>The checks of each commit.</summary>
    public Dictionary<string, List<CheckResult>> Checks { get; } = [];

    /// <summary>Changes a pull request as somebody else would.</summary>
    public void Change(int number, Func<PullRequest, PullRequest> change) => _all[number - 1] = change(_all[number - 1]);

    public PullRequest Open(NewPullRequest request)
    {
        var opened = new PullRequest
        {
            Number = _all.Count + 1,
            IsOpen = true,
            IsDraft = false,
            MergeCommit = null,
            Author = new Account(7, "release-bot", true),
            Title = request.Title,
            Body = request.Body,
            HeadBranch = request.HeadBranch,
            Head = "",
            HeadRepository = "acme/models",
            BaseBranch = request.BaseBranch,
            Base = git.Branches[request.BaseBranch],
            Commits = 0,
            ChangedFiles = 0,
            Page = $"https://host.example/acme/models/pull/{_all.Count + 1}",
        };
        _all.Add(opened);
        return Now(opened);
    }

    public Task<IReadOnlyList<PullRequest>> OpenOfBranchAsync(string branch, CancellationToken cancellation) =>
        calls.Read<IReadOnlyList<PullRequest>>($"open of {branch}", () => [.. All.Where(request => request.IsOpen && request.HeadBranch == branch)]);

    public Task<PullRequest> OpenAsync(NewPullRequest request, CancellationToken cancellation) => calls.Change("open", () => (Open(request), true));

    public async Task UpdateAsync(int number, string title, string body, CancellationToken cancellation) => await calls.Change($"update {number}", () =>
    {
        Change(number, request => request with { Title = title, Body = body });
        return (number, true);
    });

    public Task<IReadOnlyList<CheckResult>> ChecksAsync(string commit, CancellationToken cancellation) =>
        calls.Read<IReadOnlyList<CheckResult>>("checks", () => Checks.GetValueOrDefault(commit) ?? []);

    public Task<PullRequest?> ReadAsync(int number, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<Review>> ReviewsAsync(int number, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<AuthoredCommit>> CommitsAsync(int number, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<ChangedFile>> ChangedFilesAsync(int number, CancellationToken cancellation) => throw new NotSupportedException();

    /// <summary>Whether the host knows who pushed.</summary>
    public bool KnowsPushers { get; set; } = true;

    public Task<HeadArrival> ArrivalAsync(PullRequest request, CancellationToken cancellation) => calls.Read("arrival", () => new HeadArrival(
        null, null, null, null, !KnowsPushers ? [] : [git.OwnBranches.Contains(request.HeadBranch) ? ProposalReports.Own : new Account(66, "eve", false)]));

    public Task<Permission> PermissionAsync(string login, CancellationToken cancellation) => login.EndsWith("[bot]", StringComparison.Ordinal)
        ? throw new RemoteException("not a user") { Status = 404 }
        : Task.FromResult(new Permission(12, "write"));

    public Task<IReadOnlyList<Account>?> TeamMembersAsync(string organisation, string team, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<AuthoredCommit>> HistoryAsync(string path, string commit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<IReadOnlyList<string>> ParentsAsync(string commit, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<string?> MergeAsync(int number, string head, string title, CancellationToken cancellation) => throw new NotSupportedException();

    private PullRequest Now(PullRequest request) => request with
    {
        Head = git.Branches[request.HeadBranch],
        Commits = git.CommitsBeyond(request.HeadBranch, request.BaseBranch),
        ChangedFiles = git.FilesBeyond(request.HeadBranch, request.BaseBranch),
    };
}
