using System.Collections.Concurrent;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Approvals;

namespace ModelPipeline.Tests.Releasing.Histories;

/// <summary>The histories of the seeds from 0 on, judged by the oracle and by the rules.</summary>
public sealed class JudgedHistories
{
    public const int Count = 100_000;

    public JudgedHistories() => Parallel.ForEach(Partitioner.Create(0, Count), range =>
    {
        for (var seed = range.Item1; seed < range.Item2; seed++)
        {
            Judge(seed);
        }
    });

    /// <summary>How many histories the oracle decides how.</summary>
    internal ConcurrentDictionary<GateDecision, int> Decisions { get; } = [];

    /// <summary>How many histories have what in them.</summary>
    internal ConcurrentDictionary<string, int> Kinds { get; } = [];

    /// <summary>The histories of which the oracle and the rules say different things, to be read, by their seed.</summary>
    internal ConcurrentDictionary<int, (GateDecision Rules, string Text)> Disagreements { get; } = [];

    private void Judge(int seed)
    {
        var history = HistoryMaker.Make(seed);
        var findings = Oracle.Judge(history);
        var decision = Oracle.Decide(findings);
        var judgement = ApprovalRules.Judge(HostView.Of(history), history.Policy);
        if (judgement.Decision != decision)
        {
            Disagreements[seed] = (judgement.Decision, HistoryText.Of(history, findings, judgement));
        }

        Decisions.AddOrUpdate(decision, 1, (_, count) => count + 1);
        foreach (var kind in history.Events.SelectMany(KindsOf).Distinct())
        {
            Kinds.AddOrUpdate(kind, 1, (_, count) => count + 1);
        }
    }

    private static IEnumerable<string> KindsOf(HistoryEvent happened) => happened switch
    {
        HistoryEvent.Reviewed review => [nameof(HistoryEvent.Reviewed), review.Says.ToString()],
        HistoryEvent.Pushed pushed => [nameof(HistoryEvent.Pushed), pushed.Push.Kind.ToString(), .. pushed.Push.Commits.Where(commit => commit.IsSpoofed).Select(_ => nameof(TrueCommit.IsSpoofed))],
        _ => [happened.GetType().Name],
    };
}
