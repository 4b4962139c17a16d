using System.Globalization;
using System.Text;
using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>Tells the pull request what was released.</summary>
internal static class ReleaseComment
{
    /// <summary>Writes or rewrites the one comment. A release is no less done where that is not possible.</summary>
    public static async Task<Check> WriteAsync(IReleaseHost host, ReleasePlan plan, ReleaseState state, CancellationToken cancellation)
    {
        try
        {
            var marker = $"<!-- modelpipeline:released {plan.Tag} -->";
            var outcome = await host.Reports.CommentAsync(plan.PullRequest, marker, $"{marker}\n{Body(plan, state)}", cancellation).ConfigureAwait(false);
            return outcome == ReportOutcome.NotAllowed
                ? Told(Status.NotRun, "the token may not write comments")
                : Told(Status.Passed, $"pull request #{plan.PullRequest} was told");
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            var reason = fault is RemoteException ? fault.Message : $"{fault.GetType().Name}: {fault.Message}";
            return Told(Status.Error, $"pull request #{plan.PullRequest} could not be told: {reason}");
        }
    }

    private static Check Told(Status status, string reason) => new() { Name = PublishingChecks.Comment, Status = status, Required = false, Reason = reason };

    private static string Body(ReleasePlan plan, ReleaseState state)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**[{plan.Title}]({state.Page?.Page}) is released** as `{plan.Tag}` at {state.Request?.MergeCommit}.\n\n");
        text.Append(plan.Image.Reference is { } reference ? $"Image: `{reference}` is `{plan.Image.Digest}`.\n\n" : $"Image: `{plan.Image.Digest}`, in `{ReleaseImage.ArchiveName}`; it was pushed nowhere.\n\n");
        text.Append("| File | Bytes | SHA-256 |\n| --- | ---: | --- |\n");
        foreach (var asset in plan.Assets)
            text.Append(CultureInfo.InvariantCulture, $"| {asset.Name} | {asset.Bytes:N0} | `{asset.Digest.Hex}` |\n");
        return text.ToString();
    }
}
