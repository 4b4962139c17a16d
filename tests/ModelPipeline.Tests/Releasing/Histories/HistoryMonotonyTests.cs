using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Approvals;

namespace ModelPipeline.Tests.Releasing.Histories;

public class HistoryMonotonyTests
{
    [Fact]
    public void Taking_an_approval_away_approves_nothing()
    {
        var approved = ParallelEnumerable.Range(0, 20_000).Where(seed =>
        {
            var history = HistoryMaker.Make(seed);
            var facts = HostView.Of(history);
            var readable = facts.Reviews.Where(review => IsApproval(review.State) && review is { Commit: not null, Submitted: not null } && IsRoleKnown(facts, review.Author?.Id));
            return ApprovalRules.Judge(facts, history.Policy).Decision != GateDecision.Approved
                && readable.Any(gone => ApprovalRules.Judge(facts with { Reviews = [.. facts.Reviews.Where(review => review != gone)] }, history.Policy).Decision == GateDecision.Approved);
        });

        approved.ShouldBeEmpty();
    }

    private static bool IsApproval(string state) => string.Equals(state, "APPROVED", StringComparison.OrdinalIgnoreCase);

    /// <summary>An approval of somebody whose role is unknown makes the answer indeterminate; without it the answer may be known.</summary>
    private static bool IsRoleKnown(ApprovalFacts facts, long? account) =>
        account is { } known && facts.Permissions.GetValueOrDefault(known) is { } permission && permission.AccountId == known && permission.Role != Cast.StrangeRole;
}
