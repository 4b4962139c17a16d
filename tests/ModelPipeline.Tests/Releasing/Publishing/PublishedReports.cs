using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Publishing;

/// <summary>Comments in memory.</summary>
internal sealed class PublishedReports(Wire wire) : IPullRequestReports
{
    public Dictionary<string, string> Comments { get; } = [];

    public bool IsAllowed { get; set; } = true;

    /// <summary>What comments throw; nothing where absent.</summary>
    public Exception? Fault { get; set; }

    public Task<bool> IsOwnAsync(Account account, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ReportOutcome> CommentAsync(int number, string marker, string body, CancellationToken cancellation) =>
        Fault is { } fault ? throw fault
        : !IsAllowed ? wire.ReadAsync("comment", () => ReportOutcome.NotAllowed)
        : wire.Locked(() => Comments.GetValueOrDefault(marker)) == body ? wire.ReadAsync("comment", () => ReportOutcome.Unchanged)
        : wire.ChangeAsync("comment", () =>
        {
            Comments[marker] = body;
            return ReportOutcome.Written;
        });

    public Task<ReportOutcome> CheckAsync(CheckReport report, CancellationToken cancellation) => throw new NotSupportedException();

    public Task<ReportOutcome> DispatchAsync(string workflow, string branch, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellation) => throw new NotSupportedException();
}
