using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>A reviewer, and whether the opinion counts.</summary>
/// <param name="Opinion">The opinion.</param>
/// <param name="Standing">Whether it counts.</param>
/// <param name="Why">Why it counts or does not.</param>
internal sealed record Reviewer(Opinion Opinion, ReviewerStanding Standing, string Why)
{
    /// <summary>The reviewer's account.</summary>
    public Account Account => Opinion.Reviewer;

    /// <summary>Whether this is an approval that counts.</summary>
    public bool Approves => Opinion.Approval is not null && Standing == ReviewerStanding.Counts;

    /// <summary>What people are shown.</summary>
    public ReviewerVerdict ToVerdict() => new(
        Account.Id,
        Account.Login,
        Opinion switch
        {
            { Approval: not null } => "approved",
            { Objection: not null } => "changes-requested",
            _ => "none",
        },
        Standing == ReviewerStanding.Counts,
        Why);
}
