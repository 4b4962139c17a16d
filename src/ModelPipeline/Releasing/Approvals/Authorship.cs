using System.Globalization;
using ModelPipeline.Evidence;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Releasing.Approvals;

/// <summary>Whether everyone who made the release is known (R6): only then can it be said that somebody else approves it.</summary>
internal static class Authorship
{
    /// <summary>Judges the commits of the pull request, and those of the change that it releases.</summary>
    public static Check JudgeCommits(ApprovalFacts facts)
    {
        var unknown = facts.Commits.Concat(facts.Changes)
            .Where(commit => commit.Author is null || commit.Committer is null)
            .Select(commit => Short(commit.Hash))
            .Distinct()
            .ToArray();
        var (status, reason) = unknown switch
        {
            _ when facts.Commits.All(commit => commit.Hash != facts.Request.Head) => (Status.Error, "the pull request's head is not among its commits"),
            { Length: > 0 } => (Status.Error, $"no account is known for the author or committer of {string.Join(", ", unknown)}: they might be who approves"),
            _ => (Status.Passed, string.Create(CultureInfo.InvariantCulture, $"the accounts behind {facts.Commits.Count + facts.Changes.Count} commits are known")),
        };
        return new Check
        {
            Name = "commits",
            Status = status,
            Reason = reason,
            Hint = unknown.Length > 0 ? "add the commits' e-mail addresses to their authors' accounts on the host; where that cannot be done any more, docs/gate.md says what can" : null,
        };
    }

    /// <summary>Judges whether it is known who triggered the proposal.</summary>
    public static Check JudgeProposers(ApprovalFacts facts)
    {
        var (status, reason) = facts.Proposers switch
        {
            null or [] => (Status.Error, "the release does not say who triggered its proposal: run the target ProposeRelease on the host"),
            var known when known.FirstOrDefault(account => account.Id == 0) is { } unknown => (Status.Error, $"the release does not say which account {QuotedText.Escape(unknown.Login)}, who triggered its proposal, was: a login can be given away. Run the target ProposeRelease on the host"),
            var known => (Status.Passed, $"the proposal was triggered by {string.Join(", ", known.Select(account => QuotedText.Escape(account.Login)))}"),
        };
        return new Check { Name = "proposers", Status = status, Reason = reason };
    }

    /// <summary>Why an account cannot approve because it had a part in what is released; <see langword="null"/> where it had none.</summary>
    /// <param name="facts">What was read of the pull request.</param>
    /// <param name="account">The account.</param>
    public static string? PartOf(ApprovalFacts facts, Account account) => account.Id switch
    {
        var id when id == facts.Request.Author?.Id => "opened the pull request",
        var id when facts.Commits.Any(commit => id == commit.Author?.Id) => "is the author of a commit of the pull request",
        var id when facts.Commits.Any(commit => id == commit.Committer?.Id) => "is the committer of a commit of the pull request",
        var id when facts.Arrival.Pushers.FirstOrDefault()?.Id == id => "pushed last",
        var id when facts.Arrival.Pushers.Any(pusher => pusher?.Id == id) => "pushed to the branch",
        _ when facts.Proposers?.Any(proposer => proposer.Id == account.Id) == true => "triggered the proposal",
        var id when facts.Changes.Any(commit => id == commit.Author?.Id) => "is an author of the change that is released",
        _ => null,
    };

    private static string Short(string hash) => hash.Length > 12 ? hash[..12] : hash;
}
