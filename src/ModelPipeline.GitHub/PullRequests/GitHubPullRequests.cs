using System.Text.Json.Nodes;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.PullRequests;

/// <summary>The repository's pull requests and who said what in them.</summary>
/// <param name="repository">The repository.</param>
internal sealed class GitHubPullRequests(HostedRepository repository) : IPullRequests
{
    private const int MostCommits = 250;
    private const int MostFiles = 3000;

    private readonly HeadArrivals _arrivals = new(repository);
    private readonly CheckResults _checks = new(repository);
    private readonly Histories _histories = new(repository);
    private readonly Merges _merges = new(repository);
    private readonly People _people = new(repository);

    /// <inheritdoc/>
    public async Task<PullRequest?> ReadAsync(int number, CancellationToken cancellation) =>
        await repository.FindAsync(At(number), GitHubJson.Default.PullRequestDocument, cancellation) is { } document ? PullRequestReading.Of(document) : null;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<PullRequest>> OpenOfBranchAsync(string branch, CancellationToken cancellation)
    {
        var owner = repository.Name.Split('/')[0];
        var path = repository.At($"pulls?state=open&sort=created&direction=asc&head={UrlPath.Segment($"{owner}:{branch}")}");
        var requests = new List<PullRequest>();
        foreach (var listed in await repository.ListAsync(path, GitHubJson.Default.PullRequestNumberList, cancellation))
        {
            // An owner can have several forks of one network: only this repository's own branch counts.
            if (await ReadAsync(listed.Number, cancellation) is { IsOpen: true } request && request.HeadBranch == branch && IsOwn(request))
                requests.Add(request);
        }

        return requests;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Review>> ReviewsAsync(int number, CancellationToken cancellation) =>
        [.. (await repository.ListAsync(At(number, "reviews"), GitHubJson.Default.ReviewList, cancellation))
            .Select(review => new Review(review.Id, Accounts.Of(review.User), review.State, review.CommitId, review.SubmittedAt))];

    /// <inheritdoc/>
    public async Task<IReadOnlyList<AuthoredCommit>> CommitsAsync(int number, CancellationToken cancellation)
    {
        var commits = await _histories.ListAsync(At(number, "commits"), cancellation);
        Whole.Check(At(number, "commits"), commits.Count, (await NeedAsync(number, cancellation)).Commits, MostCommits);
        return commits;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChangedFile>> ChangedFilesAsync(int number, CancellationToken cancellation)
    {
        var files = await repository.ListAsync(At(number, "files"), GitHubJson.Default.ChangedFileList, cancellation);
        Whole.Check(At(number, "files"), files.Count, (await NeedAsync(number, cancellation)).ChangedFiles, MostFiles);
        return [.. files.Select(PullRequestReading.Of)];
    }

    /// <inheritdoc/>
    public Task<HeadArrival> ArrivalAsync(PullRequest request, CancellationToken cancellation) => _arrivals.ReadAsync(request, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<CheckResult>> ChecksAsync(string commit, CancellationToken cancellation) => _checks.ListAsync(commit, cancellation);

    /// <inheritdoc/>
    public Task<Permission> PermissionAsync(string login, CancellationToken cancellation) => _people.PermissionAsync(login, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Account>?> TeamMembersAsync(string organisation, string team, CancellationToken cancellation) =>
        _people.TeamMembersAsync(organisation, team, cancellation);

    /// <inheritdoc/>
    public Task<IReadOnlyList<AuthoredCommit>> HistoryAsync(string path, string commit, CancellationToken cancellation) =>
        _histories.OfPathAsync(path, commit, cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> ParentsAsync(string commit, CancellationToken cancellation) =>
        [.. (await repository.GetAsync(repository.At($"git/commits/{UrlPath.Segment(commit)}"), GitHubJson.Default.GitCommitDocument, cancellation)).Parents.Select(parent => parent.Sha)];

    /// <inheritdoc/>
    public async Task<PullRequest> OpenAsync(NewPullRequest request, CancellationToken cancellation)
    {
        var body = new JsonObject { ["title"] = request.Title, ["body"] = request.Body, ["head"] = request.HeadBranch, ["base"] = request.BaseBranch };
        var reply = await repository.ChangeAsync(HttpMethod.Post, repository.At("pulls"), body, [], cancellation);
        return PullRequestReading.Of(reply.Read(GitHubJson.Default.PullRequestDocument));
    }

    /// <inheritdoc/>
    public Task UpdateAsync(int number, string title, string body, CancellationToken cancellation) =>
        repository.ChangeAsync(HttpMethod.Patch, At(number), new JsonObject { ["title"] = title, ["body"] = body }, [], cancellation);

    /// <inheritdoc/>
    public Task<string?> MergeAsync(int number, string head, string title, CancellationToken cancellation) => _merges.MergeAsync(At(number, "merge"), head, title, cancellation);

    private string At(int number, string? part = null) => repository.At(FormattableString.Invariant($"pulls/{number}{(part is null ? "" : "/")}{part}"));

    private bool IsOwn(PullRequest request) => string.Equals(request.HeadRepository, repository.Name, StringComparison.OrdinalIgnoreCase);

    private async Task<PullRequest> NeedAsync(int number, CancellationToken cancellation) =>
        await ReadAsync(number, cancellation) ?? throw new RemoteException(FormattableString.Invariant($"The pull request {number} is gone while it is read. Run it again."));
}
