using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>Whose opinion counts (R6 to R8).</summary>
internal static class Reviewers
{
    /// <summary>Everyone who reviewed, by the account's number.</summary>
    public static IReadOnlyList<Reviewer> Judge(ApprovalFacts facts, ReleaseSpec policy) =>
        [.. Opinions.Of(facts.Reviews).Select(opinion => Judge(facts, policy, opinion))];

    private static Reviewer Judge(ApprovalFacts facts, ReleaseSpec policy, Opinion opinion)
    {
        var (standing, why) = opinion switch
        {
            { Approval: { } approval } when Objection(facts, policy, opinion.Reviewer, approval) is { } objection => (ReviewerStanding.DoesNotCount, objection),
            { Approval: not null } => JudgeAccess(facts, opinion.Reviewer, "approved this very head"),
            { Objection: not null } => JudgeAccess(facts, opinion.Reviewer, "requests changes"),
            _ => (ReviewerStanding.DoesNotCount, "has no opinion"),
        };
        return new Reviewer(opinion, standing, why);
    }

    /// <summary>Why an approval does not count whatever its author may do in the repository.</summary>
    private static string? Objection(ApprovalFacts facts, ReleaseSpec policy, Account account, Review approval) =>
        Authorship.PartOf(facts, account)
        ?? (account.IsBot && !policy.Bots.Contains(account.Login, StringComparer.OrdinalIgnoreCase) ? "is a bot that release.bots does not list" : null)
        ?? Freshness.Fault(facts, approval);

    private static (ReviewerStanding Standing, string Why) JudgeAccess(ApprovalFacts facts, Account account, string opinion) => WriteAccess.Of(facts, account) switch
    {
        true => (ReviewerStanding.Counts, opinion),
        false => (ReviewerStanding.DoesNotCount, $"{opinion}, but may not write to the repository"),
        null => (ReviewerStanding.Unknown, $"{opinion}, but what the account may do in the repository cannot be read"),
    };
}
