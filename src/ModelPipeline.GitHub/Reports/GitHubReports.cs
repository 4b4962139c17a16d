using System.Text.Json.Nodes;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.Reports;

/// <summary>What the pipeline tells people in the repository's pull requests.</summary>
/// <param name="repository">The repository.</param>
internal sealed class GitHubReports(HostedRepository repository) : IPullRequestReports
{
    private readonly TokenOwner _owner = new(repository);

    /// <inheritdoc/>
    public Task<ReportOutcome> CommentAsync(int number, string marker, string body, CancellationToken cancellation) => new StickyComments(repository, _owner).WriteAsync(number, marker, body, cancellation);

    /// <inheritdoc/>
    public Task<ReportOutcome> CheckAsync(CheckReport report, CancellationToken cancellation) => new CheckRuns(repository, _owner).WriteAsync(report, cancellation);

    /// <inheritdoc/>
    public Task<bool> IsOwnAsync(Account account, CancellationToken cancellation) => _owner.IsOwnAsync(account, cancellation);

    /// <inheritdoc/>
    public async Task<ReportOutcome> DispatchAsync(string workflow, string branch, IReadOnlyDictionary<string, string> inputs, CancellationToken cancellation)
    {
        var body = new JsonObject
        {
            ["ref"] = branch,
            ["inputs"] = new JsonObject(inputs.Select(input => KeyValuePair.Create(input.Key, (JsonNode?)input.Value))),
        };
        var reply = await repository.ChangeAsync(HttpMethod.Post, repository.At($"actions/workflows/{UrlPath.Segment(workflow)}/dispatches"), body, [403, 404, 422], cancellation);
        return reply.Status switch
        {
            403 => ReportOutcome.NotAllowed,
            404 or 422 => throw new InputException(FormattableString.Invariant(
                $"The workflow {QuotedText.Of(workflow)} cannot be started on {QuotedText.Of(branch)}: GitHub answers {reply.Status}: {QuotedText.Escape(reply.Text, 200)}. Give the name of a file in .github/workflows of the default branch that has 'on: workflow_dispatch' and takes these inputs.")),
            _ => ReportOutcome.Written,
        };
    }
}
