using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Releasing;

/// <summary>Decides from the evidence whether the candidate may be released. Changes nothing.</summary>
public sealed class GateReleaseStep : IStep
{
    /// <inheritdoc/>
    public string Name => StepNames.GateRelease;

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs { get; } = [];

    /// <inheritdoc/>
    public bool CanSkip(ModelRun run, StepEvidence last) => false;

    /// <inheritdoc/>
    public Task<StepOutcome> RunAsync(ModelRun run, IProgress<string> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Task.FromResult(new StepOutcome
        {
            Summary = "approved",
            Candidate = GateEvidence.Read(run, StepNames.Train).Evidence?.Candidate,
            Checks = [.. ReleaseChecks.JudgeAll(run), JudgeApprovals(run)],
        });
    }

    private static Check JudgeApprovals(ModelRun run)
    {
        var needed = run.Spec.Release.Approvals;
        return new Check
        {
            Name = "approvals",
            Status = Status.Pending,
            Limit = needed,
            Reason = $"there is no pull request to judge; in one, {needed} {(needed == 1 ? "approval is" : "approvals are")} needed",
        };
    }
}
