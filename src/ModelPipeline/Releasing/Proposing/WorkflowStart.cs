using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Proposing;

/// <summary>Starts the checks on a release's branch: a push with a workflow's own token starts none.</summary>
/// <param name="host">The host.</param>
/// <param name="workflow">The workflow's file name.</param>
internal sealed class WorkflowStart(IReleaseHost host, string workflow)
{
    private const string OwnChecks = "model-release / ";

    /// <summary>Starts the workflow where the commit is new or nothing has checked it yet. That it cannot be started is a remark: the release waits for its checks all the same.</summary>
    /// <param name="branch">The release's branch.</param>
    /// <param name="release">What it holds.</param>
    /// <param name="isNew">Whether it was just committed.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>What was done; <see langword="null"/> where nothing was to do.</returns>
    /// <exception cref="RemoteException">The commit's checks cannot be read.</exception>
    public async Task<Check?> RunAsync(string branch, ProposedRelease release, bool isNew, CancellationToken cancellation)
    {
        if (!isNew && await IsCheckedAsync(release.Commit, cancellation).ConfigureAwait(false))
            return null;
        try
        {
            var outcome = await host.Reports.DispatchAsync(workflow, branch, new Dictionary<string, string>(), cancellation).ConfigureAwait(false);
            return outcome == ReportOutcome.NotAllowed
                ? Remark(Status.Failed, $"the workflow {workflow} was not started on {branch}: this token may not")
                : Remark(Status.Passed, $"the workflow {workflow} was started on {branch}");
        }
        catch (Exception fault) when (fault is InputException or RemoteException)
        {
            return Remark(Status.Failed, $"the workflow {workflow} could not be started on {branch}: {fault.Message.TrimEnd('.')}");
        }
    }

    private async Task<bool> IsCheckedAsync(string commit, CancellationToken cancellation) =>
        (await host.PullRequests.ChecksAsync(commit, cancellation).ConfigureAwait(false)).Any(check => !check.Name.StartsWith(OwnChecks, StringComparison.Ordinal));

    private static Check Remark(Status status, string reason) => new() { Name = "workflow", Status = status, Required = false, Reason = reason };
}
