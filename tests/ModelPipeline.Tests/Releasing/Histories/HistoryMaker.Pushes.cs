using ModelPipeline.Releasing.Hosts;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <content>What comes into the branch.</content>
internal sealed partial class HistoryMaker
{
    private void ForcePush()
    {
        var kind = Pick(PushKind.ForcedSamePatch, PushKind.ForcedSamePatch, PushKind.ForcedOtherPatch, PushKind.ForcedBack);
        if (kind == PushKind.ForcedBack)
        {
            var back = Pick(_pushes.ToArray());
            AddPush(back with { Kind = kind, By = Pick(Cast.People), TimeIsKept = Chance(0.7), PusherIsKept = Chance(0.98) });
        }
        else
        {
            PushCommits(kind, []);
        }
    }

    private void PushCommits(PushKind kind, IReadOnlyList<TrueCommit> before)
    {
        var by = kind == PushKind.ByApi ? Cast.ActionsBot : Pick(Cast.People);
        AddPush(new Push
        {
            By = by,
            Kind = kind,
            TimeIsKept = kind == PushKind.ByApi ? Chance(0.4) : Chance(0.7),
            PusherIsKept = Chance(0.98),
            Commits = [.. before, .. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => MakeCommit(by))],
            Files = kind == PushKind.ForcedSamePatch ? _pushes[^1].Files : MakeFiles(),
        });
    }

    private void AddPush(Push push)
    {
        _pushes.Add(push);
        Add(new HistoryEvent.Pushed(_now, push));
        if (Chance(0.9))
        {
            Pass();
            Add(new HistoryEvent.SuiteMade(_now, push.Head));
        }
    }

    private TrueCommit MakeCommit(long by)
    {
        var isSpoofed = Chance(0.05);
        long? author = Chance(0.01) ? null : isSpoofed ? Pick(Cast.People) : by;
        long? committer = Chance(0.01) ? null : Chance(0.85) ? author : Pick(Cast.People);
        var dated = _random.Next(20) switch
        {
            0 => _now.AddMinutes(_random.Next(1, 600)),
            < 4 => _now.AddDays(-_random.Next(1, 900)),
            _ => _now,
        };
        return new TrueCommit($"c{_ids++}", author, committer, dated, isSpoofed);
    }

    private ChangedFile[] MakeFiles() =>
        [.. _random.GetItems(Paths, _random.Next(1, 4)).Distinct().Select(path => new ChangedFile(path, Chance(0.1) ? "models/churn/old/" + path : null))];
}
