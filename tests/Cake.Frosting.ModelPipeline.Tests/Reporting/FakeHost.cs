using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;
using NSubstitute;

namespace Cake.Frosting.ModelPipeline.Tests.Reporting;

/// <summary>A host with one pull request that remembers what it was told.</summary>
internal sealed class FakeHost : IReleaseHost, IPullRequestReports
{
    private readonly IPullRequests _requests = Substitute.For<IPullRequests>();

    public FakeHost(string head = Given.Head) => _requests.ReadAsync(12, Arg.Any<CancellationToken>()).Returns(_ => Reading() ?? Request(head));

    public string Name => "acme/models";

    public IGitRemote Git => throw new NotSupportedException();

    public IPullRequests PullRequests => _requests;

    public IPullRequestReports Reports => this;

    public IReleasePages Releases => throw new NotSupportedException();

    public List<(int Number, string Marker, string Body)> Comments { get; } = [];

    public List<CheckReport> Checks { get; } = [];

    /// <summary>Called before the pull request is read; may throw.</summary>
    public Func<PullRequest?> Reading { get; set; } = () => null;

    /// <summary>What becomes of everything told; may throw.</summary>
    public Func<ReportOutcome> Telling { get; set; } = () => ReportOutcome.Written;

    public string PageOf(string path) => $"https://github.com/acme/models/{path}";

    public Task<bool> IsOwnAsync(Account account, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ReportOutcome> CommentAsync(int number, string marker, string body, CancellationToken cancellation)
    {
        Comments.Add((number, marker, body));
        return Task.FromResult(Telling());
    }

    public Task<ReportOutcome> CheckAsync(CheckReport report, CancellationToken cancellation)
    {
        Checks.Add(report);
        return Task.FromResult(Telling());
    }

    public Task<ReportOutcome> DispatchAsync(string workflow, string branch, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellation) =>
        throw new NotSupportedException();

    private static PullRequest Request(string head) => new()
    {
        Number = 12,
        IsOpen = true,
        IsDraft = false,
        MergeCommit = null,
        Author = null,
        Title = "",
        Body = "",
        HeadBranch = "work",
        Head = head,
        HeadRepository = "acme/models",
        BaseBranch = "main",
        Base = "",
        Commits = 1,
        ChangedFiles = 1,
        Page = "https://github.com/acme/models/pull/12",
    };
}
