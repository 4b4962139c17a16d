using ModelPipeline.Evidence;
using ModelPipeline.Releasing.Approvals.Owners;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>Decides whether people approved a pull request: the gate's rules R4 to R12. The same facts give the same judgement.</summary>
internal static class ApprovalRules
{
    /// <summary>Judges what was read of a pull request.</summary>
    /// <param name="facts">What was read.</param>
    /// <param name="policy">The section <c>release</c> of the <c>model.yaml</c> at the pull request's base.</param>
    public static ApprovalJudgement Judge(ApprovalFacts facts, ReleaseSpec policy)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        var reviewers = Reviewers.Judge(facts, policy);
        Check[] owners = policy.CodeOwners ? [CodeOwnersCheck.Judge(facts, [.. reviewers.Where(reviewer => reviewer.Approves).Select(reviewer => reviewer.Account)])] : [];
        return new ApprovalJudgement(
            [
                RequestState.Judge(facts),
                Authorship.JudgeCommits(facts),
                Authorship.JudgeProposers(facts),
                Freshness.Judge(facts),
                Opinions.Judge(facts.Reviews),
                Objections.Judge(reviewers),
                ApprovalCount.Judge(reviewers, policy),
                .. owners,
                RequiredChecks.Judge(facts.Checks, policy),
            ],
            [.. reviewers.Select(reviewer => reviewer.ToVerdict())]);
    }
}
