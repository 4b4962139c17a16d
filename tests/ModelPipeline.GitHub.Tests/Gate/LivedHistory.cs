using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Releasing.Histories;
using Shared.GitHub;
using Shared.GitHub.Git;
using History = ModelPipeline.Tests.Releasing.Histories.History;

namespace ModelPipeline.GitHub.Tests.Gate;

/// <summary>A history that is lived on a GitHub of the tests: what happens there at random, and the truth of it for the oracle. Equal seeds live alike.</summary>
internal sealed class LivedHistory
{
    private readonly GateWorld _world;
    private readonly Random _random;
    private readonly List<HistoryEvent> _events = [];
    private readonly List<Push> _pushes = [];
    private readonly List<GitHubReview> _reviews = [];
    private readonly GitHubAccount[] _people;
    private int _notes;

    public LivedHistory(GateWorld world, int seed)
    {
        (_world, _random) = (world, new Random(seed));
        _people = [world.Dana, world.Pat, world.Olga, world.Rita, world.Sam, world.Person("uma", 23), world.Person("vic", 24)];
        world.Scene.Policy = new ReleaseSpec { Approvals = _random.Next(3), Checks = _random.Next(2) == 0 ? [] : ["ci"], AllowNeutral = _random.Next(2) == 0 ? [] : ["ci"] };
        foreach (var person in _people)
            Add(new HistoryEvent.RoleGiven(Now, person.Id, "write"));
        Add(new HistoryEvent.Changed(Now, Commit(world.Champion, world.Bot)));
        Add(new HistoryEvent.Changed(Now, Commit(world.Models.Tip("main"), world.Dana)));
        Add(new HistoryEvent.Proposed(Now, world.Pat.Id, true));
        AddPush(PushKind.Ordinary, world.Bot, [Commit(world.Request.Head, world.Bot)]);
        Add(new HistoryEvent.Opened(Now, world.Bot.Id));
    }

    private DateTimeOffset Now => _world.Now;

    private GitHubPullRequest Request => _world.Request;

    /// <summary>What truly happened so far.</summary>
    public History Truth => new() { Seed = 0, Policy = _world.Scene.Policy, Owners = null, ShowsGhost = false, Events = [.. _events] };

    /// <summary>What happened, for people to read.</summary>
    public string Text => string.Join('\n', _events.Select(happened => happened is HistoryEvent.Pushed { Push: var push } ? $"{happened.At:HH:mm:ss} {push.Kind} by {push.By}: {push.Head}" : $"{happened}"));

    /// <summary>Lets one thing happen, after a while or at once.</summary>
    public void GoOn()
    {
        _world.Pass(_random.Next(4) == 0 ? 0 : _random.Next(1, 90));
        Action what = _random.Next(100) switch
        {
            < 40 => Review,
            < 46 => Dismiss,
            < 60 => Check,
            < 68 => () => IfOpen(PushMore),
            < 72 => () => IfOpen(() => Force(PushKind.ForcedSamePatch)),
            < 76 => () => IfOpen(() => Force(PushKind.ForcedOtherPatch)),
            < 79 => () => IfOpen(GoBack),
            < 85 => GiveAccess,
            < 88 => () => Rename(Pick(_people)),
            < 91 => Delete,
            < 93 => Change,
            < 96 => DraftOrReady,
            _ => CloseOrReopen,
        };
        what();
    }

    private void Review()
    {
        var (says, spelled) = _random.Next(60) == 0 ? (Saying.Nonsense, "REJECTED") : Pick((Saying.Approval, "APPROVED"), (Saying.Approval, "APPROVED"), (Saying.Approval, "approved"), (Saying.Objection, "CHANGES_REQUESTED"), (Saying.Comment, "COMMENTED"), (Saying.Draft, "PENDING"));
        if (Pick(_people) is not { Deletion: GitHubDeletion.None } by)
            return;
        var review = Request.Review(by, spelled);
        _reviews.Add(review);
        Add(new HistoryEvent.Reviewed(Now, review.Id, by.Id, says, spelled, Request.Head));
    }

    private void Dismiss()
    {
        if (_reviews.Where(review => review.State.ToUpperInvariant() is "APPROVED" or "CHANGES_REQUESTED").ToArray() is not { Length: > 0 } standing)
            return;
        var review = Pick(standing);
        Request.Dismiss(review, _world.Sam);
        Add(new HistoryEvent.Dismissed(Now, review.Id));
    }

    private void Check()
    {
        if (_random.Next(3) == 0)
        {
            var status = _world.Models.Status(Request.Head, "ci", Pick("success", "success", "failure", "pending"), GitHubBot);
            Add(new HistoryEvent.Checked(Now, new CheckResult(status.Id, "ci", "status", true, status.State, Now), Request.Head));
        }
        else
        {
            var run = _world.Models.CheckRun(Request.Head, "ci", Pick("success", "success", "success", "failure", "neutral", "cancelled", null));
            Add(new HistoryEvent.Checked(Now, new CheckResult(run.Id, "ci", "actions", false, run.Conclusion ?? run.Status, Now), Request.Head));
        }
    }

    private GitHubAccount GitHubBot => _world.GitHub.Actions.Bot;

    private void PushMore()
    {
        var by = Pick(_people);
        _world.Models.Push(GateWorld.Branch, _world.ChangedFiles(), by, Dated(by));
        AddPush(PushKind.Ordinary, by, [.. _pushes[^1].Commits, Commit(Request.Head, by)]);
    }

    private void Force(PushKind kind)
    {
        var by = Pick(_people);
        var head = Request.Head;
        _world.Models.ForcePush(GateWorld.Branch, kind == PushKind.ForcedSamePatch ? _world.Files() : _world.ChangedFiles(), by, author: Dated(by));
        if (Request.Head != head)
            AddPush(kind, by, [Commit(Request.Head, by)]);
    }

    private void GoBack()
    {
        var (by, back, head) = (Pick(_people), Pick(_pushes.ToArray()), Request.Head);
        if (back.Head == head)
            return;
        var isForward = _world.Models.History.IsAncestor(head, back.Head);
        _world.Models.PushCommit(GateWorld.Branch, back.Head, by);
        AddPush(isForward ? PushKind.Ordinary : PushKind.ForcedBack, by, back.Commits);
    }

    private void GiveAccess()
    {
        var (to, access) = (Pick(_people), Pick(GitHubAccess.None, GitHubAccess.Read, GitHubAccess.Triage, GitHubAccess.Write, GitHubAccess.Maintain, GitHubAccess.Admin));
        _world.Models.Grant(to, access);
        Add(new HistoryEvent.RoleGiven(Now, to.Id, access.ToString().ToLowerInvariant()));
    }

    private void Rename(GitHubAccount person)
    {
        var login = $"{person.Login[..3]}-{_notes++}";
        _world.GitHub.Rename(person, login);
        Add(new HistoryEvent.Renamed(Now, person.Id, login));
    }

    private void Delete()
    {
        var person = Pick(_people);
        _world.GitHub.Delete(person, Pick(GitHubDeletion.Null, GitHubDeletion.Ghost));
        Add(new HistoryEvent.AccountDeleted(Now, person.Id));
    }

    private void Change()
    {
        var by = Pick(_people);
        var commit = _world.Models.Push("main", new() { { "models/churn/notes.md", $"{_notes++}" } }, by);
        Add(new HistoryEvent.Changed(Now, Commit(commit, by)));
    }

    private void DraftOrReady()
    {
        Request.IsDraft = !Request.IsDraft;
        Add(Request.IsDraft ? new HistoryEvent.Drafted(Now) : new HistoryEvent.Readied(Now));
    }

    private void CloseOrReopen()
    {
        if (Request.IsOpen)
            Request.Close(_world.Sam);
        else
            Request.Reopen(_world.Sam);
        Add(Request.IsOpen ? new HistoryEvent.Reopened(Now) : new HistoryEvent.Closed(Now));
    }

    private void IfOpen(Action push)
    {
        if (Request.IsOpen)
            push();
    }

    /// <summary>Who pushes, at the date that they write.</summary>
    private GitSignature Dated(GitHubAccount by) => by.SignatureAt(Now.AddMinutes(Pick(0, 0, 0, -100_000, 200)));

    private TrueCommit Commit(string hash, GitHubAccount by) =>
        new(hash, by.Id, by.Id, _world.Models.Objects.Read<GitCommit>(hash).Committer.When, false);

    private void AddPush(PushKind kind, GitHubAccount by, IReadOnlyList<TrueCommit> commits)
    {
        var made = new Push { By = by.Id, Kind = kind, TimeIsKept = true, PusherIsKept = true, Commits = commits, Files = [] };
        Add(new HistoryEvent.Pushed(Now, made));
        if (_pushes.All(push => push.Head != made.Head))
            Add(new HistoryEvent.SuiteMade(Now, made.Head));
        _pushes.Add(made);
    }

    private void Add(HistoryEvent happened) => _events.Add(happened);

    private T Pick<T>(params IReadOnlyList<T> items) => items[_random.Next(items.Count)];
}
