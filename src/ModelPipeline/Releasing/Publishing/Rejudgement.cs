using ModelPipeline.Git;
using ModelPipeline.Registry;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing.Publishing;

/// <summary>
/// Asks the gate again directly before the merge, and once more between the merge and the tag. Meanwhile somebody may have objected, or merged another release: a merged
/// request is judged on top of what it was really merged onto.
/// </summary>
/// <param name="gate">The gate.</param>
/// <param name="run">The model's run.</param>
/// <param name="plan">The plan.</param>
/// <param name="first">The ruling that the plan was made from.</param>
internal sealed class Rejudgement(IReleaseGate gate, ModelRun run, ReleasePlan plan, GateRuling first)
{
    /// <summary>Judges the pull request as it is now.</summary>
    /// <param name="state">What was just seen.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <returns>Why the release may not go on; <see langword="null"/> where exactly what was planned is approved.</returns>
    /// <exception cref="RemoteException">The gate cannot say: ask again.</exception>
    public async Task<NextAction.Stop?> RunAsync(ReleaseState state, CancellationToken cancellation)
    {
        var ruling = await gate.JudgeAsync(run, plan.PullRequest, cancellation).ConfigureAwait(false);
        if (ruling.Decision == GateDecision.Indeterminate)
            throw new RemoteException($"the gate cannot say whether pull request #{plan.PullRequest} is still approved: {Reasons(ruling)}");
        var commit = state.Request?.MergeCommit;
        if (commit is not null && ruling.Request?.MergeCommit != commit)
            throw new RemoteException($"the gate does not see yet that pull request #{plan.PullRequest} is merged as {commit}");
        var objection = ruling.Decision != GateDecision.Approved ? Reasons(ruling)
            : !IsSame(ruling) ? "the gate approves another head or other files than those that were prepared"
            : null;
        return objection is null ? null : new NextAction.Stop(PublishingChecks.Merged, commit is null
            ? $"pull request #{plan.PullRequest} is not approved any more, and nothing was merged: {objection}. Run the target GateRelease"
            : $"pull request #{plan.PullRequest} was merged as {commit}, and is not approved on top of what was merged before it: {objection}. Nothing was tagged or published: revert {commit}, then propose the release again");
    }

    private bool IsSame(GateRuling ruling) =>
        ruling is { Request: { } request, Release: { } release }
        && request.Number == plan.PullRequest
        && request.Head == plan.Head
        && ruling.Document == first.Document
        && ReleaseJson.Write(release).AsSpan().SequenceEqual(ReleaseJson.Write(first.Release!));

    private static string Reasons(GateRuling ruling) =>
        string.Join("; ", ruling.Checks.Where(check => check.Required && check.Status != Evidence.Status.Passed).Select(check => $"{check.Name}: {check.Reason}"));
}
