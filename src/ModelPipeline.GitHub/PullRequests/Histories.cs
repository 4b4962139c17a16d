using ModelPipeline.GitHub.Documents;
using ModelPipeline.GitHub.Transport;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.PullRequests;

/// <summary>Lists of commits.</summary>
/// <param name="repository">The repository.</param>
internal sealed class Histories(HostedRepository repository)
{
    /// <summary>The commits of a list, in its order.</summary>
    /// <param name="first">The first page's path.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<IReadOnlyList<AuthoredCommit>> ListAsync(string first, CancellationToken cancellation)
    {
        var commits = new List<AuthoredCommit>();
        await foreach (var page in repository.PagesAsync(first, [], cancellation))
            commits.AddRange(page.Read(GitHubJson.Default.CommitList).Select(commit => Of(page, commit)));
        return commits;
    }

    /// <inheritdoc cref="IPullRequests.HistoryAsync"/>
    public Task<IReadOnlyList<AuthoredCommit>> OfPathAsync(string path, string commit, CancellationToken cancellation) =>
        ListAsync(repository.At($"commits?path={UrlPath.Segment(path)}&sha={UrlPath.Segment(commit)}"), cancellation);

    private static AuthoredCommit Of(GitHubReply page, CommitDocument commit) =>
        new(commit.Sha, Accounts.Of(page, commit.Author), Accounts.Of(page, commit.Committer), commit.Commit.Committer.Date);
}
