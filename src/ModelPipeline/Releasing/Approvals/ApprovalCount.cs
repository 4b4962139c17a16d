using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>Whether enough people approved (R9).</summary>
internal static class ApprovalCount
{
    public const string CheckName = "approvals";

    public static Check Judge(IReadOnlyList<Reviewer> reviewers, ReleaseSpec policy)
    {
        var needed = policy.Approvals;
        var approving = reviewers.Count(reviewer => reviewer.Approves);
        var unknown = string.Join(", ", reviewers
            .Where(reviewer => reviewer.Opinion.Approval is not null && reviewer.Standing == ReviewerStanding.Unknown)
            .Select(reviewer => $"{QuotedText.Escape(reviewer.Account.Login)} {reviewer.Why}"));
        var (status, reason) = unknown.Length > 0
            ? (Status.Error, unknown)
            : (approving >= needed ? Status.Passed : Status.Pending, string.Create(
                CultureInfo.InvariantCulture, $"{approving} of {needed} needed {(needed == 1 ? "approval" : "approvals")}{Others(reviewers)}"));
        return new Check { Name = CheckName, Status = status, Observed = approving, Limit = needed, Reason = reason };
    }

    private static string Others(IReadOnlyList<Reviewer> reviewers)
    {
        var others = reviewers.Where(reviewer => reviewer.Opinion.Approval is not null && !reviewer.Approves).ToArray();
        return others.Length == 0 ? "" : $"; not counted: {string.Join(", ", others.Select(reviewer => $"{QuotedText.Escape(reviewer.Account.Login)} ({reviewer.Why})"))}";
    }
}
