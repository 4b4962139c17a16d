using Cake.Frosting.ModelPipeline.Hosting;
using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Reporting;

namespace Cake.Frosting.ModelPipeline.Reporting;

/// <summary>Tells a pull request what a run found: one comment, and check runs on its head. What cannot be told is a remark and changes no verdict.</summary>
/// <param name="host">Where the pull request is.</param>
/// <param name="checks">Makes the check runs.</param>
internal sealed class PullRequestReport(IReleaseHost host, CheckReports checks)
{
    private readonly List<string> _remarks = [];

    /// <summary>Tells it.</summary>
    /// <param name="report">What the run found.</param>
    /// <param name="request">The pull request of the run's event.</param>
    /// <param name="marker">What the comment is found by.</param>
    /// <param name="body">The comment.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What could not be told, and why.</returns>
    public async Task<IReadOnlyList<string>> WriteAsync(RunReport report, EventPayload request, string marker, string body, CancellationToken cancellation)
    {
        foreach (var check in report.Models.Select(checks.Decided).OfType<CheckReport>())
            await TellAsync(check.Name, () => host.Reports.CheckAsync(check, cancellation)).ConfigureAwait(false);
        if (request.PullRequest is { } number && report.Models.Any(model => checks.Verified(model, "") is not null))
            await VerifiedAsync(report, request, number, marker, body, cancellation).ConfigureAwait(false);
        return _remarks;
    }

    private async Task VerifiedAsync(RunReport report, EventPayload request, int number, string marker, string body, CancellationToken cancellation)
    {
        if (await ReadAsync(number, cancellation).ConfigureAwait(false) is not { } now)
            return;
        if (request.Head is { } head && head != now.Head)
        {
            _remarks.Add($"Pull request #{number} has moved on from {head} to {now.Head}: the run of that commit tells it.");
            return;
        }

        await TellAsync("comment", () => host.Reports.CommentAsync(number, marker, body, cancellation)).ConfigureAwait(false);
        if (request.Head is not { } verified)
        {
            _remarks.Add($"The event does not say which commit of pull request #{number} was verified: no check run was written.");
            return;
        }

        foreach (var check in report.Models.Select(model => checks.Verified(model, verified)).OfType<CheckReport>())
            await TellAsync(check.Name, () => host.Reports.CheckAsync(check, cancellation)).ConfigureAwait(false);
    }

    private async Task<PullRequest?> ReadAsync(int number, CancellationToken cancellation)
    {
        try
        {
            var request = await host.PullRequests.ReadAsync(number, cancellation).ConfigureAwait(false);
            if (request is null)
                _remarks.Add($"There is no pull request #{number} in {host.Name}: it was told nothing.");
            return request;
        }
        catch (RemoteException fault)
        {
            _remarks.Add($"Pull request #{number} was told nothing: {fault.Message}");
            return null;
        }
    }

    private async Task TellAsync(string what, Func<Task<ReportOutcome>> tell)
    {
        try
        {
            if (await tell().ConfigureAwait(false) == ReportOutcome.NotAllowed)
                _remarks.Add($"Not written: {what}. The token may only read, as in a pull request from a fork. The job summary and the workspace's reports have it all.");
        }
        catch (RemoteException fault)
        {
            _remarks.Add($"Not written: {what}. {fault.Message}");
        }
    }
}
