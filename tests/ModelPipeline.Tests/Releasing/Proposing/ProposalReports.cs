using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Proposing;

/// <summary>Workflows in memory: one that is started leaves a check on the branch's tip.</summary>
internal sealed class ProposalReports(RemoteCalls calls, ProposalGit git, ProposalRequests requests) : IPullRequestReports
{
    public static readonly Account Own = new(7, "release-bot", true);

    /// <summary>What a start comes to; may throw.</summary>
    public Func<ReportOutcome> Starting { get; set; } = () => ReportOutcome.Written;

    public Task<ReportOutcome> DispatchAsync(string workflow, string branch, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellation) => calls.Change($"start {workflow} on {branch}", () =>
    {
        var outcome = Starting();
        if (outcome == ReportOutcome.Written)
            requests.Checks[git.Branches[branch]] = [new CheckResult(1, "ci", "actions", false, "queued", DateTimeOffset.UnixEpoch)];
        return (outcome, outcome == ReportOutcome.Written);
    });

    public Task<bool> IsOwnAsync(Account account, CancellationToken cancellation) => calls.Read("own", () => account == Own);

    public Task<ReportOutcome> CommentAsync(int number, string marker, string body, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ReportOutcome> CheckAsync(CheckReport report, CancellationToken cancellation) => throw new NotSupportedException();
}
