using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Specs;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>Makes a history up. Equal seeds give equal histories.</summary>
internal sealed partial class HistoryMaker
{
    private static readonly string[] GoodRoles = ["write", "maintain", "admin"];
    private static readonly string[] PoorRoles = ["read", "triage", "none"];
    private static readonly string[] RunStates = ["success", "success", "success", "failure", "neutral", "skipped", "cancelled", "timed_out", "action_required", "stale", "queued", "in_progress"];
    private static readonly string[] StatusStates = ["success", "success", "success", "failure", "error", "pending"];
    private static readonly string[] Paths = ["models/churn/releases/1.2.0/card.md", "models/churn/releases/1.2.0/release.json", "models/churn/model.yaml", "docs/guide.md", "CODEOWNERS", "src/Trainer.cs"];
    private readonly Random _random;
    private readonly int _seed;
    private readonly List<HistoryEvent> _events = [];
    private readonly List<HistoryEvent.Reviewed> _reviews = [];
    private readonly List<Push> _pushes = [];
    private readonly ReleaseSpec _policy;
    private DateTimeOffset _now = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);
    private bool _isClosed;
    private bool _isMerged;
    private long _ids = 100;

    private HistoryMaker(int seed)
    {
        _seed = seed;
        _random = new Random(seed);
        _policy = MakePolicy();
    }

    public static History Make(int seed) => new HistoryMaker(seed).Make();

    private History Make()
    {
        Begin();
        for (var left = _random.Next(3, 16); left > 0; left--)
        {
            Pass();
            Happen();
        }

        if (Chance(0.7))
        {
            Settle();
        }

        return new History
        {
            Seed = _seed,
            Policy = _policy,
            Owners = Chance(0.85) ? OwnersMaker.Make(_random) : null,
            ShowsGhost = Chance(0.5),
            Events = [.. _events],
        };
    }

    private ReleaseSpec MakePolicy() => new()
    {
        Approvals = Pick(0, 1, 1, 1, 1, 2, 2, 3),
        CodeOwners = Chance(0.4),
        Bots = Pick<IReadOnlyList<string>>([], [Cast.ListedBotLogin], ["Acme-Release[bot]"]),
        Checks = Pick<IReadOnlyList<string>>([], ["ci"], ["ci"], ["ci", "scan"]),
        AllowNeutral = Pick<IReadOnlyList<string>>([], ["ci"], ["scan"]),
    };

    private void Begin()
    {
        foreach (var account in Cast.Everyone)
        {
            Add(new HistoryEvent.RoleGiven(_now, account, Chance(0.8) ? Pick(GoodRoles) : Pick(PoorRoles)));
        }

        for (var left = _random.Next(0, 3); left > 0; left--)
        {
            Pass();
            Add(new HistoryEvent.Changed(_now, MakeCommit(Pick(Cast.People))));
        }

        var proposer = Pick(Cast.People);
        if (Chance(0.99))
        {
            Add(new HistoryEvent.Proposed(_now, proposer, Chance(0.98)));
        }

        PushCommits(PushKind.ByApi, []);
        Add(new HistoryEvent.Opened(_now, Chance(0.7) ? Cast.ActionsBot : proposer));
    }

    private void Happen()
    {
        var open = !_isClosed && !_isMerged;
        Action what = _random.Next(1000) switch
        {
            < 400 => Review,
            < 450 => Dismiss,
            < 620 => Check,
            < 680 => open ? () => PushCommits(Chance(0.7) ? PushKind.Ordinary : PushKind.ByApi, _pushes[^1].Commits) : Review,
            < 730 => open ? ForcePush : Check,
            < 780 => GiveRole,
            < 810 => Rename,
            < 818 => () => Add(new HistoryEvent.AccountDeleted(_now, Pick(Cast.People))),
            < 826 => () => Add(new HistoryEvent.RoleHidden(_now, Pick(Cast.Everyone))),
            < 834 => () => Add(new HistoryEvent.LoginTaken(_now, Pick(Cast.Everyone))),
            < 854 => () => Add(new HistoryEvent.TeamHidden(_now, Pick(Cast.Teams.Keys.ToArray()))),
            < 862 => () => Lose(Saying.Approval, Saying.Objection, review => new HistoryEvent.TimeLost(_now, review)),
            < 870 => () => Lose(Saying.Approval, Saying.Approval, review => new HistoryEvent.CommitLost(_now, review)),
            < 874 => () => Add(new HistoryEvent.ProposersForgotten(_now)),
            < 890 => () => Add(new HistoryEvent.Proposed(_now, Pick(Cast.People), Chance(0.9))),
            < 900 => () => Add(new HistoryEvent.Changed(_now, MakeCommit(Pick(Cast.People)))),
            < 920 => open ? Retarget : Check,
            < 932 => open ? () => Add(new HistoryEvent.Drafted(_now)) : Check,
            < 956 => () => Add(new HistoryEvent.Readied(_now)),
            < 966 => open ? Close : Review,
            < 984 => _isClosed ? Reopen : Review,
            < 988 => () => Add(new HistoryEvent.ForkDeleted(_now)),
            _ => open && !IsDraft() ? Merge : Review,
        };
        what();
    }

    /// <summary>People come to an end: the checks succeed, some approve, some who objected are content.</summary>
    private void Settle()
    {
        if (_isClosed)
        {
            Reopen();
        }

        if (IsDraft() && !_isMerged)
        {
            Add(new HistoryEvent.Readied(_now));
        }

        if (!_isMerged && TargetOf() != History.ReleaseBranch && Chance(0.8))
        {
            Retarget();
        }

        foreach (var check in _events.OfType<HistoryEvent.Checked>().Select(check => (check.Result.Name, check.Result.Source, check.Result.IsStatus)).Distinct().ToList())
        {
            Pass();
            Add(new HistoryEvent.Checked(_now, new CheckResult(_ids++, check.Name, check.Source, check.IsStatus, "success", _now), _pushes[^1].Head));
        }

        foreach (var name in _policy.Checks.Where(_ => Chance(0.95)))
        {
            Pass();
            Add(new HistoryEvent.Checked(_now, new CheckResult(_ids++, name, "actions", false, "success", _now), _pushes[^1].Head));
        }

        foreach (var person in Cast.Everyone.Where(person => Chance(_reviews.Any(review => review.By == person && review.Says == Saying.Objection) ? 0.9 : 0.5)))
        {
            Pass();
            AddReview(person, Saying.Approval);
        }
    }

    private void Check()
    {
        var isStatus = Chance(0.3);
        var state = Chance(0.01) ? "marvellous" : isStatus ? Pick(StatusStates) : Pick(RunStates);
        var push = Chance(0.95) ? _pushes[^1] : Pick(_pushes.ToArray());
        Add(new HistoryEvent.Checked(_now, new CheckResult(_ids++, Pick("ci", "ci", "scan", "other"), Pick("actions", "actions", "jenkins"), isStatus, state, _now), push.Head));
    }

    private void GiveRole() => Add(new HistoryEvent.RoleGiven(_now, Pick(Cast.Everyone), Chance(0.04) ? Cast.StrangeRole : Chance(0.5) ? Pick(GoodRoles) : Pick(PoorRoles)));

    private void Rename()
    {
        var person = Pick(Cast.People);
        if (!IsGone(person))
        {
            var old = _events.OfType<HistoryEvent.Renamed>().LastOrDefault(renamed => renamed.Who == person)?.Login ?? Cast.LoginOf(person);
            Add(new HistoryEvent.Renamed(_now, person, $"{person}-{_ids++}"));
            if (Chance(0.5) && Pick(Cast.People) is var other && other != person && !IsGone(other))
            {
                Add(new HistoryEvent.Renamed(_now, other, old.ToUpperInvariant()));
            }
        }
    }

    private void Close()
    {
        _isClosed = true;
        Add(new HistoryEvent.Closed(_now));
    }

    private void Reopen()
    {
        _isClosed = false;
        Add(new HistoryEvent.Reopened(_now));
    }

    private void Retarget() => Add(new HistoryEvent.Retargeted(_now, TargetOf() == History.ReleaseBranch ? "next" : History.ReleaseBranch));

    private string TargetOf() => _events.OfType<HistoryEvent.Retargeted>().LastOrDefault()?.Branch ?? History.ReleaseBranch;

    private void Merge()
    {
        _isMerged = true;
        Add(new HistoryEvent.Merged(_now));
    }

    private bool IsDraft() => _events.LastOrDefault(happened => happened is HistoryEvent.Drafted or HistoryEvent.Readied) is HistoryEvent.Drafted;

    private bool IsGone(long person) => _events.OfType<HistoryEvent.AccountDeleted>().Any(deleted => deleted.Who == person);

    private void Pass() => _now = _now.AddMinutes(Chance(0.15) ? 0 : _random.Next(1, 90));

    private void Add(HistoryEvent happened) => _events.Add(happened);

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private T Pick<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
