using ModelPipeline.Evidence.Decisions;
using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Specs;

namespace ModelPipeline.Releasing;

/// <summary>Writes down what a ruling was made of (R14).</summary>
internal static class DecisionRecords
{
    public static DecisionRecord Of(GateRuling ruling)
    {
        var record = new DecisionRecord
        {
            Decision = GateDecisions.NameOf(ruling.Decision),
            PullRequest = ruling.Request is { } request ? Of(request) : null,
            Base = ruling.Base,
            Release = ruling is { Release: { } release, Document: { } document } ? new DecisionRelease(release.Version, release.Bundle, document) : null,
            Reviewers = [.. ruling.Reviewers.Select(reviewer => new DecisionReviewer(reviewer.Id, reviewer.Login, reviewer.Opinion, reviewer.Counts, reviewer.Why))],
        };
        return ruling is { Facts: { } facts, Spec: { } spec } ? With(record, facts, spec) : record;
    }

    private static DecisionRecord With(DecisionRecord record, ApprovalFacts facts, ModelSpec spec) => record with
    {
        Policy = Of(spec, facts),
        Arrival = new DecisionArrival
        {
            LastForcePush = facts.Arrival.LastForcePush,
            LastRetarget = facts.Arrival.LastRetarget,
            FirstSeen = facts.Arrival.FirstSeen,
            Pushed = facts.Arrival.Pushed,
            Pushers = [.. facts.Arrival.Pushers.Select(Of)],
        },
        Reviews = [.. facts.Reviews.OrderBy(review => review.Id).Select(Of)],
        Permissions = [.. facts.Permissions.OrderBy(permission => permission.Key).Select(permission => new DecisionPermission { Id = permission.Key, AccountId = permission.Value?.AccountId, Role = permission.Value?.Role })],
        Proposers = facts.Proposers?.Select(account => Of(account)!).ToArray(),
        Commits = [.. facts.Commits.Select(Of)],
        Changes = [.. facts.Changes.Select(Of)],
        Files = [.. facts.Files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => new DecisionFile { Path = file.Path, PreviousPath = file.PreviousPath })],
        Checks = [.. facts.Checks.OrderBy(check => check.IsStatus).ThenBy(check => check.Id).Select(check => new DecisionCheck(check.Id, check.Name, check.Source, check.IsStatus, check.State, check.Started))],
        Teams = [.. facts.Teams.OrderBy(team => team.Key, StringComparer.Ordinal).Select(team => new DecisionTeam { Name = team.Key, Members = team.Value?.OrderBy(member => member.Id).Select(member => Of(member)!).ToArray() })],
    };

    private static DecisionPolicy Of(ModelSpec spec, ApprovalFacts facts) => new()
    {
        Spec = spec.Digest,
        Owners = facts.CodeOwners is { } owners ? Digest.Of(owners) : null,
        Branch = facts.ReleaseBranch,
        First = spec.Release.First,
        Approvals = spec.Release.Approvals,
        CodeOwners = spec.Release.CodeOwners,
        Bots = spec.Release.Bots,
        Checks = spec.Release.Checks,
        AllowNeutral = spec.Release.AllowNeutral,
    };

    private static DecisionRequest Of(PullRequest request) => new()
    {
        Number = request.Number,
        Open = request.IsOpen,
        Draft = request.IsDraft,
        MergeCommit = request.MergeCommit,
        Author = Of(request.Author),
        Head = request.Head,
        HeadBranch = request.HeadBranch,
        HeadRepository = request.HeadRepository,
        BaseBranch = request.BaseBranch,
    };

    private static DecisionReview Of(Review review) => new()
    {
        Id = review.Id,
        Author = Of(review.Author),
        State = review.State,
        Commit = review.Commit,
        Submitted = review.Submitted,
    };

    private static DecisionCommit Of(AuthoredCommit commit) => new()
    {
        Hash = commit.Hash,
        Author = Of(commit.Author),
        Committer = Of(commit.Committer),
        Committed = commit.Committed,
    };

    private static DecisionAccount? Of(Account? account) => account is null ? null : new DecisionAccount(account.Id, account.Login);
}
