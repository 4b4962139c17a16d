using Shared.GitHub.Git;

namespace Shared.GitHub;

/// <content>How it is merged.</content>
internal sealed partial class GitHubPullRequest
{
    /// <summary>Merges it as a person does.</summary>
    /// <returns>The commit that the base branch then has.</returns>
    public string Merge(GitHubAccount by, string method = "merge", string? title = null, string? message = null)
    {
        lock (_github.Lock)
        {
            if (WhyNotMergeable(method) is { } reason)
                throw new InvalidOperationException(reason);
            var tip = Repository.Tip(BaseBranch);
            var web = _github.WebFlow.SignatureAt(_github.Now);
            var commit = method == "rebase" ? Rebased(tip, by) : Repository.Objects.Add(new GitCommit(
                Repository.History.MergedTree(tip, Head)!,
                method == "merge" ? [tip, Head] : [tip],
                (method == "squash" ? Author : by).SignatureAt(_github.Now),
                web,
                $"{title ?? $"Merge pull request #{Number} from {HeadRepository.Owner.Login}/{HeadBranch}"}\n\n{message ?? Title}"));
            SetMerged(commit, by);
            Repository.SetRef("refs/heads/" + BaseBranch, commit, by, "pr_merge");
            if (Repository.DeletesMergedBranches && HeadRepository == Repository)
                Repository.RemoveRef("refs/heads/" + HeadBranch, by);
            return commit;
        }
    }

    /// <summary>What a 405 says; <see langword="null"/> where it can be merged.</summary>
    internal string? WhyNotMergeable(string method) => method switch
    {
        _ when IsDraft => "Pull Request is still a draft",
        _ when !IsOpen || Repository.History.MergedTree(Repository.Tip(BaseBranch), Head) is null => "Pull Request is not mergeable",
        "merge" when !Repository.AllowsMergeCommits => "Merge commits are not allowed on this repository.",
        "squash" when !Repository.AllowsSquashing => "Squash merges are not allowed on this repository.",
        "rebase" when !Repository.AllowsRebasing => "Rebase merges are not allowed on this repository.",
        _ => WhyProtected(),
    };

    private string? WhyProtected()
    {
        if (BaseBranch != Repository.DefaultBranch)
            return null;
        var opinions = Reviews.Where(review => review.State is "APPROVED" or "CHANGES_REQUESTED" or "DISMISSED")
            .GroupBy(review => review.Author, (author, reviews) => (author, reviews.Last().State))
            .Where(opinion => Repository.AccessOf(opinion.author) >= GitHubAccess.Write).ToList();
        if (Repository.RequiredApprovals > 0 && opinions.Any(opinion => opinion.State == "CHANGES_REQUESTED"))
            return "Changes have been requested.";
        if (opinions.Count(opinion => opinion.State == "APPROVED") < Repository.RequiredApprovals)
            return $"At least {Repository.RequiredApprovals} approving review is required by reviewers with write access.";
        return Repository.RequiredChecks.FirstOrDefault(check => !HasPassed(check)) is { } missing ? $"Required status check \"{missing}\" is expected." : null;
    }

    private bool HasPassed(string check) =>
        Repository.CheckRuns.LastOrDefault(run => run.Suite.Commit == Head && run.Name == check)?.Conclusion is "success" or "neutral" or "skipped"
        || Repository.Statuses.LastOrDefault(status => status.Commit == Head && status.Context == check)?.State == "success";

    private string Rebased(string tip, GitHubAccount by)
    {
        foreach (var hash in Repository.History.Range(tip, Head))
        {
            var commit = Repository.Objects.Read<GitCommit>(hash);
            var tree = Repository.History.PickedTree(tip, hash);
            tip = Repository.Objects.Add(commit with { Tree = tree, Parents = [tip], Committer = by.SignatureAt(_github.Now) });
        }

        return tip;
    }
}
