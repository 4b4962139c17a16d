using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Registry.Stages;

/// <summary>A host that shows releases and starts workflows; no more of it is needed to promote.</summary>
internal sealed class DeployHost : IReleaseHost, IPullRequestReports, IReleasePages
{
    /// <summary>What was started, for example <c>deploy.yml main model=churn stage=staging tag=… version=…</c>.</summary>
    public List<string> Started { get; } = [];

    /// <summary>The tags whose releases are drafts; those of other tags are published.</summary>
    public HashSet<string> Drafts { get; } = new(StringComparer.Ordinal);

    /// <summary>What becomes of a workflow that is to be started.</summary>
    public Func<ReportOutcome> Answer { get; set; } = () => ReportOutcome.Written;

    public string Name => "acme/models";

    public IGitRemote Git => throw new NotSupportedException();

    public IPullRequests PullRequests => throw new NotSupportedException();

    public IPullRequestReports Reports => this;

    public IReleasePages Releases => this;

    public string PageOf(string path) => throw new NotSupportedException();

    public Task<ReportOutcome> DispatchAsync(string workflow, string branch, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellation)
    {
        var outcome = Answer();
        if (outcome == ReportOutcome.Written)
            Started.Add($"{workflow} {branch} {string.Join(' ', inputs.OrderBy(input => input.Key, StringComparer.Ordinal).Select(input => $"{input.Key}={input.Value}"))}");
        return Task.FromResult(outcome);
    }

    public Task<IReadOnlyList<ReleasePage>> OfTagAsync(string tag, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<ReleasePage>>(
        [new ReleasePage { Id = 1, Tag = tag, Target = "main", Title = tag, Body = "", IsDraft = Drafts.Contains(tag), UploadAddress = "", Page = "", Assets = [] }]);

    public Task<bool> IsOwnAsync(Account account, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ReportOutcome> CommentAsync(int number, string marker, string body, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ReportOutcome> CheckAsync(CheckReport report, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ReleasePage> CreateDraftAsync(NewReleasePage page, CancellationToken cancellation) => throw new NotSupportedException();

    public Task UpdateDraftAsync(long id, NewReleasePage page, CancellationToken cancellation) => throw new NotSupportedException();

    public Task PublishAsync(long id, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeleteDraftAsync(long id, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<bool> UploadAsync(ReleasePage page, string name, Stream content, CancellationToken cancellation) => throw new NotSupportedException();

    public Task DeleteAssetAsync(long id, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<Stream> DownloadAsync(long id, CancellationToken cancellation) => throw new NotSupportedException();
}
