using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>What the host answers after a history: it forgets, moves reviews, and shows present logins and roles.</summary>
internal sealed class HostView
{
    private readonly History _history;
    private readonly Dictionary<long, string> _logins = Cast.Everyone.ToDictionary(account => account, Cast.LoginOf);
    private readonly Dictionary<long, string> _roles = [];
    private readonly HashSet<long> _deleted = [];
    private readonly HashSet<long> _hidden = [];
    private readonly HashSet<long> _taken = [];
    private readonly HashSet<string> _hiddenTeams = [];
    private readonly List<(long Id, long By, string State, string? Commit, DateTimeOffset? Submitted)> _reviews = [];
    private readonly List<(CheckResult Result, string Commit)> _checks = [];
    private readonly List<(string Commit, DateTimeOffset At)> _seen = [];
    private readonly List<TrueCommit> _changes = [];
    private List<Account>? _proposers = [];
    private readonly List<Push> _pushes = [];
    private DateTimeOffset? _forced;
    private DateTimeOffset? _retargeted;
    private DateTimeOffset? _pushed;
    private Push? _push;
    private long _opener;
    private string _base = History.ReleaseBranch;
    private bool _isOpen = true;
    private bool _isDraft;
    private bool _isMerged;
    private bool _hasFork = true;

    private HostView(History history)
    {
        _history = history;
        foreach (var happened in history.Events)
        {
            Play(happened);
        }
    }

    public static ApprovalFacts Of(History history) => new HostView(history).Answer();

    private void Play(HistoryEvent happened)
    {
        switch (happened)
        {
            case HistoryEvent.Changed changed: _changes.Add(changed.Commit); break;
            case HistoryEvent.Proposed proposed: _proposers?.Add(new Account(proposed.NumberIsKnown ? proposed.By : 0, _logins[proposed.By], Cast.IsBot(proposed.By))); break;
            case HistoryEvent.ProposersForgotten: _proposers = null; break;
            case HistoryEvent.Opened opened: _opener = opened.By; break;
            case HistoryEvent.Pushed pushed: Play(pushed); break;
            case HistoryEvent.SuiteMade suite: _seen.Add((suite.Commit, suite.At)); break;
            case HistoryEvent.Reviewed review: _reviews.Add((review.Id, review.By, review.Spelled, review.Saw, review.Says == Saying.Draft ? null : review.At)); break;
            case HistoryEvent.Dismissed dismissed: Change(dismissed.Review, review => review with { State = "DISMISSED" }); break;
            case HistoryEvent.TimeLost lost: Change(lost.Review, review => review with { Submitted = null }); break;
            case HistoryEvent.CommitLost lost: Change(lost.Review, review => review with { Commit = null }); break;
            case HistoryEvent.RoleGiven given: _roles[given.To] = given.Role; break;
            case HistoryEvent.RoleHidden hidden: _hidden.Add(hidden.Of); break;
            case HistoryEvent.LoginTaken taken: _taken.Add(taken.From); break;
            case HistoryEvent.Renamed renamed: _logins[renamed.Who] = renamed.Login; break;
            case HistoryEvent.AccountDeleted deleted: _deleted.Add(deleted.Who); break;
            case HistoryEvent.TeamHidden hidden: _hiddenTeams.Add(hidden.Team); break;
            case HistoryEvent.Checked check: _checks.Add((check.Result, check.Commit)); _seen.Add((check.Commit, check.At)); break;
            case HistoryEvent.Retargeted retargeted: (_base, _retargeted) = (retargeted.Branch, retargeted.At); break;
            case HistoryEvent.Drafted: _isDraft = true; break;
            case HistoryEvent.Readied: _isDraft = false; break;
            case HistoryEvent.Closed: _isOpen = false; break;
            case HistoryEvent.Reopened: _isOpen = true; break;
            case HistoryEvent.Merged: (_isOpen, _isMerged) = (false, true); break;
            case HistoryEvent.ForkDeleted: _hasFork = false; break;
            default: throw new NotSupportedException(happened.ToString());
        }
    }

    private void Play(HistoryEvent.Pushed pushed)
    {
        if (pushed.Push.Kind == PushKind.ForcedSamePatch)
        {
            _reviews.Where(review => review.Commit == _push!.Head).ToList().ForEach(moved => Change(moved.Id, review => review with { Commit = pushed.Push.Head }));
        }

        _forced = pushed.Push.IsForced ? pushed.At : _forced;
        _pushed = pushed.Push.TimeIsKept ? pushed.At : null;
        _push = pushed.Push;
        _pushes.Insert(0, pushed.Push);
    }

    private void Change(long id, Func<(long Id, long By, string State, string? Commit, DateTimeOffset? Submitted), (long, long, string, string?, DateTimeOffset?)> change)
    {
        var place = _reviews.FindIndex(review => review.Id == id);
        _reviews[place] = change(_reviews[place]);
    }

    private ApprovalFacts Answer()
    {
        var push = _push!;
        var first = _seen.Where(seen => seen.Commit == push.Head).Select(seen => (DateTimeOffset?)seen.At).Min();
        return new ApprovalFacts
        {
            Request = Request(push),
            ReleaseBranch = History.ReleaseBranch,
            Reviews = [.. _reviews.Select(review => new Review(review.Id, Reviewer(review.By), review.State, review.Commit, review.Submitted))],
            Commits = [.. push.Commits.Select(Commit)],
            Files = push.Files,
            Arrival = new HeadArrival(_forced, _retargeted, first, _pushed, [.. _pushes.Select(each => each.PusherIsKept ? Known(each.By) : null).Distinct()]),
            Checks = [.. _checks.Where(check => check.Commit == push.Head).Select(check => check.Result)],
            Permissions = _reviews.Select(review => Reviewer(review.By)).OfType<Account>().DistinctBy(account => account.Id).ToDictionary(account => account.Id, PermissionOf),
            Proposers = _proposers,
            Changes = [.. _changes.Select(Commit)],
            CodeOwners = _history.Owners?.Bytes,
            Teams = Cast.Teams.ToDictionary(team => team.Key, team => _hiddenTeams.Contains(team.Key) ? null : (IReadOnlyList<Account>?)[.. team.Value.Select(Known).OfType<Account>()]),
        };
    }

    private PullRequest Request(Push push) => new()
    {
        Number = 7,
        IsOpen = _isOpen,
        IsDraft = _isDraft,
        MergeCommit = _isMerged ? "merge" : null,
        Author = Known(_opener),
        Title = "Release churn 1.2.0",
        Body = "",
        HeadBranch = "release/churn-1.2.0",
        Head = push.Head,
        HeadRepository = _hasFork ? "acme/models" : null,
        BaseBranch = _base,
        Base = "base",
        Commits = push.Commits.Count,
        ChangedFiles = push.Files.Count,
        Page = "https://host.test/acme/models/pull/7",
    };

    private AuthoredCommit Commit(TrueCommit commit) => new(commit.Hash, Known(commit.Author), Known(commit.Committer), commit.Dated);

    private Account? Known(long? account) => account is { } known ? Known(known) : null;

    private Account? Known(long account) => _deleted.Contains(account) ? null : new Account(account, _logins[account], Cast.IsBot(account));

    private Account? Reviewer(long account) => Known(account) ?? (_history.ShowsGhost ? new Account(Cast.Ghost, Cast.LoginOf(Cast.Ghost), false) : null);

    private Permission? PermissionOf(Account account) => account.Id switch
    {
        var id when _hidden.Contains(id) => null,
        var id when _taken.Contains(id) => new Permission(Cast.Stranger, "write"),
        var id => new Permission(id, _roles.GetValueOrDefault(id, "none")),
    };
}
