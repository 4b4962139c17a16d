using ModelPipeline.Evidence;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>Whether somebody who may write to the repository requests changes, of whatever head and whoever they are (R8).</summary>
internal static class Objections
{
    public static Check Judge(IReadOnlyList<Reviewer> reviewers)
    {
        var objecting = reviewers.Where(reviewer => reviewer.Opinion.Objection is not null).ToArray();
        var (status, reason) = (Names(objecting, ReviewerStanding.Unknown), Names(objecting, ReviewerStanding.Counts)) switch
        {
            ({ Length: > 0 } unknown, _) => (Status.Error, $"{unknown} requested changes, and what they may do in the repository cannot be read"),
            (_, { Length: > 0 } names) => (Status.Failed, $"{names} requested changes"),
            _ => (Status.Passed, "nobody who may write requests changes"),
        };
        return new Check
        {
            Name = "objections",
            Status = status,
            Reason = reason,
            Hint = status == Status.Failed ? "the reviewer approves, or the review is dismissed; a push alone does not answer it" : null,
        };
    }

    private static string Names(IEnumerable<Reviewer> reviewers, ReviewerStanding standing) =>
        string.Join(", ", reviewers.Where(reviewer => reviewer.Standing == standing).Select(reviewer => QuotedText.Escape(reviewer.Account.Login)));
}
