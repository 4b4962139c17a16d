using System.Text.Json.Nodes;
using ModelPipeline.GitHub.Documents;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.GitHub.Reports;

/// <summary>Comments of which there is one for each marker.</summary>
/// <param name="repository">The repository.</param>
/// <param name="owner">Whose the token is.</param>
internal sealed class StickyComments(HostedRepository repository, TokenOwner owner)
{
    /// <inheritdoc cref="IPullRequestReports.CommentAsync"/>
    public async Task<ReportOutcome> WriteAsync(int number, string marker, string body, CancellationToken cancellation)
    {
        var path = repository.At(FormattableString.Invariant($"issues/{number}/comments"));
        var present = await FindAsync(path, marker, cancellation);
        if (present is not null && Lines(present.Body!) == Lines(body))
            return ReportOutcome.Unchanged;
        var content = new JsonObject { ["body"] = body };
        var reply = present is null
            ? await repository.ChangeAsync(HttpMethod.Post, path, content, [403], cancellation)
            : await repository.ChangeAsync(HttpMethod.Patch, repository.At(FormattableString.Invariant($"issues/comments/{present.Id}")), content, [403], cancellation);
        if (reply.Status == 403)
            return ReportOutcome.NotAllowed;
        owner.Learn(reply.Read(GitHubJson.Default.CommentDocument).User);
        return ReportOutcome.Written;
    }

    // All pages are read even where the first has one: the oldest of ours is the one that is kept up.
    private async Task<CommentDocument?> FindAsync(string path, string marker, CancellationToken cancellation)
    {
        foreach (var comment in (await repository.ListAsync(path, GitHubJson.Default.CommentList, cancellation)).OrderBy(comment => comment.Id))
        {
            if (IsMarked(comment, marker) && await owner.IsOwnAsync(comment.User, cancellation))
                return comment;
        }

        return null;
    }

    private static bool IsMarked(CommentDocument comment, string marker) => comment.Body is { } body && Lines(body).Split('\n')[0] == marker;

    private static string Lines(string body) => body.ReplaceLineEndings("\n").TrimEnd();
}
