using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>Decides from what truly happened, by the gate's rules R0 to R12 alone, as plainly as can be.</summary>
internal sealed partial class Oracle(History history)
{
    private readonly HistoryEvent.Pushed _last = history.Of<HistoryEvent.Pushed>().Last();

    public static GateDecision Decide(IReadOnlyList<Finding> findings) => findings.Select(finding => finding.Decision).Append(GateDecision.Approved).Max();

    public static IReadOnlyList<Finding> Judge(History history)
    {
        var oracle = new Oracle(history);
        return [.. oracle.OfRequest(), .. oracle.OfAuthors(), .. oracle.OfArrival(), .. oracle.OfReviews(), .. oracle.OfOwners(), .. oracle.OfChecks()];
    }

    /// <summary>R12.</summary>
    private IEnumerable<Finding> OfRequest()
    {
        var isMerged = history.Of<HistoryEvent.Merged>().Any();
        if (!isMerged && history.Events.LastOrDefault(happened => happened is HistoryEvent.Closed or HistoryEvent.Reopened) is HistoryEvent.Closed)
        {
            yield return new Finding(GateDecision.Blocked, "R12: closed unmerged");
        }

        if (history.Events.LastOrDefault(happened => happened is HistoryEvent.Drafted or HistoryEvent.Readied) is HistoryEvent.Drafted)
        {
            yield return new Finding(GateDecision.Blocked, "R12: a draft");
        }

        if (history.Of<HistoryEvent.Retargeted>().LastOrDefault() is { } target && target.Branch != History.ReleaseBranch)
        {
            yield return new Finding(GateDecision.Blocked, "R12: another base branch");
        }

        if (history.Of<HistoryEvent.ForkDeleted>().Any())
        {
            yield return new Finding(GateDecision.Blocked, "R12: the fork is deleted");
        }
    }

    /// <summary>R6 and R0: those who may not approve must all be known.</summary>
    private IEnumerable<Finding> OfAuthors()
    {
        var commits = _last.Push.Commits.Concat(history.Of<HistoryEvent.Changed>().Select(changed => changed.Commit));
        foreach (var commit in commits.Where(commit => !IsThere(commit.Author) || !IsThere(commit.Committer)))
        {
            yield return new Finding(GateDecision.Indeterminate, $"R6: commit {commit.Hash} maps to no account");
        }

        if (history.Of<HistoryEvent.Pushed>().Any(pushed => !pushed.Push.PusherIsKept || !IsThere(pushed.Push.By)) && !history.Of<HistoryEvent.ForkDeleted>().Any())
        {
            yield return new Finding(GateDecision.Indeterminate, "R6, R0: nobody knows who pushed to the branch");
        }

        if (!IsThere(history.Of<HistoryEvent.Opened>().Single().By))
        {
            yield return new Finding(GateDecision.Indeterminate, "R6, R0: the author's account is gone");
        }

        if (history.Of<HistoryEvent.ProposersForgotten>().Any() || !history.Of<HistoryEvent.Proposed>().Any() || history.Of<HistoryEvent.Proposed>().Any(proposed => !proposed.NumberIsKnown))
        {
            yield return new Finding(GateDecision.Indeterminate, "R6, R0: nobody knows who proposed");
        }
    }

    /// <summary>R7: the server must have some sign of the head's coming.</summary>
    private IEnumerable<Finding> OfArrival()
    {
        if (!Signs().Any())
        {
            yield return new Finding(GateDecision.Indeterminate, "R7: no server saw the head come");
        }
    }

    /// <summary>R0, R4, R5, R8, R9.</summary>
    private IEnumerable<Finding> OfReviews()
    {
        foreach (var review in history.Of<HistoryEvent.Reviewed>().Where(review => IsThere(review.By) || history.ShowsGhost))
        {
            if (review.Says == Saying.Nonsense)
            {
                yield return new Finding(GateDecision.Indeterminate, $"R0: review {review.Id} says nothing known");
            }

            if (history.Of<HistoryEvent.TimeLost>().Any(lost => lost.Review == review.Id))
            {
                yield return new Finding(GateDecision.Indeterminate, $"R0: nobody knows when review {review.Id} was");
            }
        }

        foreach (var (person, opinion) in Opinions())
        {
            var isLost = history.Of<HistoryEvent.CommitLost>().Any(lost => lost.Review == opinion.Id);
            var isHidden = RoleOf(person) == Cast.StrangeRole || history.Of<HistoryEvent.RoleHidden>().Any(hidden => hidden.Of == person) || history.Of<HistoryEvent.LoginTaken>().Any(taken => taken.From == person);
            if (opinion.Says == Saying.Approval && isLost && !IsBarred(person) && (isHidden || MayWrite(person)))
            {
                yield return new Finding(GateDecision.Indeterminate, $"R0, R7: nobody knows what review {opinion.Id} is of");
            }

            if (isHidden && (opinion.Says == Saying.Objection || (!isLost && !IsBarred(person) && SawTheHead(opinion))))
            {
                yield return new Finding(GateDecision.Indeterminate, $"R0, R6: nobody knows what {person} may do");
            }

            if (opinion.Says == Saying.Objection && MayWrite(person))
            {
                yield return new Finding(GateDecision.Blocked, $"R8: {person} objects");
            }
        }

        var approvers = Approvers();
        if (approvers.Count < history.Policy.Approvals)
        {
            yield return new Finding(GateDecision.Pending, $"R9: only {approvers.Count} of {history.Policy.Approvals} approve");
        }
    }

    /// <summary>R10.</summary>
    private IEnumerable<Finding> OfOwners()
    {
        if (!history.Policy.CodeOwners)
        {
            yield break;
        }

        if (history.Owners is not { IsFaulty: false } owners)
        {
            yield return new Finding(GateDecision.Indeterminate, "R10, R0: CODEOWNERS is absent or cannot be understood");
            yield break;
        }

        var approvers = Approvers();
        var readable = Cast.Teams.Keys.Where(team => history.Of<HistoryEvent.TeamHidden>().All(hidden => hidden.Team != team)).ToList();
        foreach (var path in _last.Push.Files.SelectMany(file => new[] { file.Path, file.PreviousPath }).OfType<string>())
        {
            var wanted = owners.Lines.LastOrDefault(line => line.Matches(path))?.Owners ?? [];
            var isOwned = approvers.Any(person => wanted.Contains(LoginOf(person).ToLowerInvariant())
                || readable.Any(team => wanted.Contains(team) && Cast.Teams[team].Contains(person)));
            if (wanted.Count > 0 && !isOwned)
            {
                var isUnreadable = wanted.Any(owner => owner.Contains('@') || (owner.Contains('/') && !readable.Contains(owner)));
                yield return isUnreadable
                    ? new Finding(GateDecision.Indeterminate, $"R10, R0: nobody knows who owns {path}")
                    : new Finding(GateDecision.Pending, $"R10: no owner of {path} approves");
            }
        }
    }

    /// <summary>R11.</summary>
    private IEnumerable<Finding> OfChecks()
    {
        foreach (var name in history.Policy.Checks)
        {
            var results = history.Of<HistoryEvent.Checked>().Where(check => check.Commit == _last.Push.Head && check.Result.Name == name).Select(check => check.Result);
            var newest = results.GroupBy(result => (result.Source, result.IsStatus)).Select(reruns => reruns.Last()).ToList();
            if (newest.Count == 0)
            {
                yield return new Finding(GateDecision.Pending, $"R11: no check {name}");
            }

            foreach (var result in newest)
            {
                yield return new Finding(OfCheck(result), $"R11: check {name} of {result.Source}: {result.State}");
            }
        }
    }

    private GateDecision OfCheck(CheckResult result) => result.State switch
    {
        "success" => GateDecision.Approved,
        "neutral" or "skipped" when history.Policy.AllowNeutral.Contains(result.Name) => GateDecision.Approved,
        "neutral" or "skipped" => GateDecision.Blocked,
        "queued" or "in_progress" or "waiting" or "requested" or "pending" => GateDecision.Pending,
        "failure" or "error" or "cancelled" or "timed_out" or "action_required" or "stale" or "startup_failure" => GateDecision.Blocked,
        _ => GateDecision.Indeterminate,
    };
}
