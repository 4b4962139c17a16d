using ModelPipeline.Evidence;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>What follows from <see cref="ApprovalFacts"/>.</summary>
/// <param name="Checks">One check for each group of rules; <see cref="Status.Error"/> is indeterminate, <see cref="Status.Failed"/> blocked.</param>
/// <param name="Reviewers">Everyone who reviewed, and why they count or not, by the account's number.</param>
public sealed record ApprovalJudgement(IReadOnlyList<Check> Checks, IReadOnlyList<ReviewerVerdict> Reviewers)
{
    /// <summary>The decision: the worst of the checks, indeterminate before blocked before pending before approved.</summary>
    public GateDecision Decision => GateDecisions.Of(StepEvidence.Worst(Checks));
}
