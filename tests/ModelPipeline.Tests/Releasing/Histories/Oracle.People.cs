namespace ModelPipeline.Tests.Releasing.Histories;

/// <content>Whose word counts.</content>
internal sealed partial class Oracle
{
    /// <summary>R6, R7, R9: the distinct people whose approval counts.</summary>
    private List<long> Approvers() => [.. Opinions()
        .Where(each => each.Opinion.Says == Saying.Approval && MayWrite(each.Person) && !IsBarred(each.Person) && SawTheHead(each.Opinion))
        .Select(each => each.Person)];

    /// <summary>R5: the last thing that each person said, unless it was dismissed.</summary>
    private IEnumerable<(long Person, HistoryEvent.Reviewed Opinion)> Opinions() => history.Of<HistoryEvent.Reviewed>()
        .Where(review => review.Says is Saying.Approval or Saying.Objection && IsThere(review.By))
        .GroupBy(review => review.By)
        .Select(said => (said.Key, said.Last()))
        .Where(each => history.Of<HistoryEvent.Dismissed>().All(dismissed => dismissed.Review != each.Item2.Id));

    /// <summary>R7: they saw this very commit, strictly after each sign of its coming that the server knows (a check suite is one only where the push is not known), after the commit's own date, and after the pull request went to its base branch.</summary>
    private bool SawTheHead(HistoryEvent.Reviewed review) =>
        review.Saw == _last.Push.Head && review.At > _last.Push.Commits[^1].Dated && Signs().All(sign => review.At > sign)
        && history.Of<HistoryEvent.Retargeted>().All(retargeted => review.At > retargeted.At);

    private IEnumerable<DateTimeOffset> Signs()
    {
        foreach (var pushed in history.Of<HistoryEvent.Pushed>().Where(pushed => pushed.Push.IsForced || (pushed == _last && pushed.Push.TimeIsKept)))
        {
            yield return pushed.At;
        }

        if (!_last.Push.TimeIsKept && history.Events.FirstOrDefault(IsSeen) is { } seen)
        {
            yield return seen.At;
        }
    }

    private bool IsSeen(HistoryEvent happened) =>
        (happened is HistoryEvent.SuiteMade suite && suite.Commit == _last.Push.Head) || (happened is HistoryEvent.Checked check && check.Commit == _last.Push.Head);

    private bool MayWrite(long person) => RoleOf(person) is "write" or "maintain" or "admin";

    private string? RoleOf(long person) => history.Of<HistoryEvent.RoleGiven>().LastOrDefault(given => given.To == person)?.Role;

    /// <summary>R6: those whose approval cannot count, whatever they may do in the repository.</summary>
    private bool IsBarred(long person) =>
        (Cast.IsBot(person) && !history.Policy.Bots.Contains(LoginOf(person), StringComparer.OrdinalIgnoreCase))
        || history.Of<HistoryEvent.Opened>().Any(opened => opened.By == person)
        || _last.Push.Commits.Any(commit => commit.Author == person || commit.Committer == person)
        || history.Of<HistoryEvent.Pushed>().Any(pushed => pushed.Push.By == person)
        || history.Of<HistoryEvent.Proposed>().Any(proposed => proposed.By == person)
        || history.Of<HistoryEvent.Changed>().Any(changed => changed.Commit.Author == person);

    private string LoginOf(long person) => history.Of<HistoryEvent.Renamed>().LastOrDefault(renamed => renamed.Who == person)?.Login ?? Cast.LoginOf(person);

    private bool IsThere(long? account) => account is { } known && history.Of<HistoryEvent.AccountDeleted>().All(deleted => deleted.Who != known);
}
