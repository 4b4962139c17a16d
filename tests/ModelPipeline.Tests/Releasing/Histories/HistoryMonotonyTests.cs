using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Histories;

public class HistoryMonotonyTests
{
    [Fact]
    public void Taking_an_approval_of_the_head_away_approves_nothing()
    {
        var approved = ParallelEnumerable.Range(0, 20_000).Where(seed =>
        {
            var history = HistoryMaker.Make(seed);
            var facts = HostView.Of(history);
            var readable = facts.Reviews.Where(review => IsApproval(review, facts.Request.Head) && IsRoleKnown(facts, review.Author?.Id));
            return ApprovalRules.Judge(facts, history.Policy).Decision != GateDecision.Approved
                && readable.Any(gone => ApprovalRules.Judge(facts with { Reviews = [.. facts.Reviews.Where(review => review != gone)] }, history.Policy).Decision == GateDecision.Approved);
        });

        approved.ShouldBeEmpty();
    }

    /// <summary>Only the last opinion counts (R5), so that one on an earlier commit hides one on the head; without it more can be approved.</summary>
    private static bool IsApproval(Review review, string head) =>
        string.Equals(review.State, "APPROVED", StringComparison.OrdinalIgnoreCase) && review.Commit == head && review.Submitted is not null;

    /// <summary>An approval of somebody whose role is unknown makes the answer indeterminate; without it the answer may be known.</summary>
    private static bool IsRoleKnown(ApprovalFacts facts, long? account) =>
        account is { } known && facts.Permissions.GetValueOrDefault(known) is { } permission && permission.AccountId == known && permission.Role != Cast.StrangeRole;
}
