using System.Text;
using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>Mistakes that rules could make, each as facts that hide from the right rules what the mistake overlooks.</summary>
internal static class WrongRules
{
    private static readonly Account Stranger = new(Cast.Stranger, Cast.LoginOf(Cast.Stranger), false);

    public static IReadOnlyDictionary<string, Func<ApprovalFacts, ApprovalFacts>> All { get; } = new Dictionary<string, Func<ApprovalFacts, ApprovalFacts>>
    {
        ["the commit of a review counts without its time"] = facts => Reviews(facts, review => review with { Submitted = review.Submitted?.AddYears(10) }),
        ["the time of a review counts without its commit"] = facts => Reviews(facts, review => review with { Commit = facts.Request.Head }),
        ["a force-push is overlooked"] = facts => facts with { Arrival = facts.Arrival with { LastForcePush = null } },
        ["the first check suite is overlooked"] = facts => facts with { Arrival = facts.Arrival with { FirstSeen = null } },
        ["a head that no server saw is old"] = facts => facts with { Arrival = facts.Arrival with { FirstSeen = facts.Arrival.FirstSeen ?? DateTimeOffset.UnixEpoch } },
        ["who opened it may approve"] = facts => facts with { Request = facts.Request with { Author = Stranger } },
        ["another base branch is overlooked"] = facts => facts with { Arrival = facts.Arrival with { LastRetarget = null } },
        ["who pushed may approve"] = facts => facts with { Arrival = facts.Arrival with { Pushers = [Stranger] } },
        ["only the last pusher is looked at"] = facts => facts with { Arrival = facts.Arrival with { Pushers = [.. facts.Arrival.Pushers.Take(1)] } },
        ["who proposed may approve"] = facts => facts with { Proposers = [Stranger] },
        ["a proposer is known by the login"] = facts => facts with { Proposers = [.. facts.Proposers?.Where(proposer => proposer.Id != 0).Append(Stranger) ?? [Stranger]] },
        ["authors may approve"] = facts => facts with { Commits = [.. facts.Commits.Select(commit => commit with { Author = commit.Committer })] },
        ["committers may approve"] = facts => facts with { Commits = [.. facts.Commits.Select(commit => commit with { Committer = commit.Author })] },
        ["commits without an account are overlooked"] = facts => facts with { Commits = [.. facts.Commits.Select(commit => commit with { Author = commit.Author ?? Stranger, Committer = commit.Committer ?? Stranger })] },
        ["authors of the change may approve"] = facts => facts with { Changes = [] },
        ["readers may approve"] = facts => Permissions(facts, (account, permission) => permission is null ? null : permission with { Role = "write" }),
        ["an unreadable permission suffices"] = facts => Permissions(facts, (account, permission) => permission ?? new Permission(account, "write")),
        ["a permission of another account suffices"] = facts => Permissions(facts, (account, permission) => permission is null ? null : permission with { AccountId = account }),
        ["bots are people"] = facts => Reviews(facts, review => review with { Author = review.Author is { } author ? author with { IsBot = false } : null }),
        ["a stale objection is none"] = facts => facts with { Reviews = [.. facts.Reviews.Where(review => !Says(review, "CHANGES_REQUESTED") || review.Commit == facts.Request.Head)] },
        ["a dismissal revives what was said before"] = facts => facts with { Reviews = [.. facts.Reviews.Where(review => !Says(review, "DISMISSED"))] },
        ["a comment withdraws an objection"] = facts => Reviews(facts, review => Says(review, "COMMENTED") ? review with { State = "DISMISSED" } : review),
        ["a comment approves"] = facts => Reviews(facts, review => Says(review, "COMMENTED") ? review with { State = "APPROVED" } : review),
        ["a draft approves"] = facts => Reviews(facts, review => Says(review, "PENDING") ? review with { State = "APPROVED", Submitted = DateTimeOffset.MaxValue } : review),
        ["an unknown state is overlooked"] = facts => facts with { Reviews = [.. facts.Reviews.Where(review => new[] { "APPROVED", "CHANGES_REQUESTED", "DISMISSED", "COMMENTED", "PENDING" }.Any(state => Says(review, state)))] },
        ["only check runs are looked up"] = facts => facts with { Checks = [.. facts.Checks.Where(check => !check.IsStatus)] },
        ["only statuses are looked up"] = facts => facts with { Checks = [.. facts.Checks.Where(check => check.IsStatus)] },
        ["the oldest run counts"] = facts => facts with { Checks = [.. facts.Checks.Select(check => check with { Id = -check.Id, Started = DateTimeOffset.UnixEpoch.AddTicks(-check.Started.Ticks / 2) })] },
        ["the success of any app suffices"] = facts => facts with { Checks = [.. facts.Checks.Where(check => check.State == "success" || !facts.Checks.Any(other => other.Name == check.Name && other.State == "success"))] },
        ["the first line of CODEOWNERS wins"] = facts => facts with { CodeOwners = facts.CodeOwners is { } owners ? Encoding.UTF8.GetBytes(string.Join('\n', Encoding.UTF8.GetString(owners).Split('\n').Reverse())) : null },
        ["a rename counts with its new path"] = facts => facts with { Files = [.. facts.Files.Select(file => file with { PreviousPath = null })] },
        ["a draft pull request is ready"] = facts => facts with { Request = facts.Request with { IsDraft = false } },
        ["a closed pull request is open"] = facts => facts with { Request = facts.Request with { IsOpen = true } },
        ["any base branch will do"] = facts => facts with { Request = facts.Request with { BaseBranch = facts.ReleaseBranch } },
        ["a deleted fork is overlooked"] = facts => facts with { Request = facts.Request with { HeadRepository = "acme/models" } },
    };

    private static bool Says(Review review, string state) => string.Equals(review.State, state, StringComparison.OrdinalIgnoreCase);

    private static ApprovalFacts Reviews(ApprovalFacts facts, Func<Review, Review> change) => facts with { Reviews = [.. facts.Reviews.Select(change)] };

    private static ApprovalFacts Permissions(ApprovalFacts facts, Func<long, Permission?, Permission?> change) =>
        facts with { Permissions = facts.Permissions.ToDictionary(each => each.Key, each => change(each.Key, each.Value)) };
}
