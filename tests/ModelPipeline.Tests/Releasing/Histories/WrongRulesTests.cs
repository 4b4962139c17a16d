using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Approvals;

namespace ModelPipeline.Tests.Releasing.Histories;

public class WrongRulesTests
{
    private static readonly Lazy<HashSet<string>> Caught = new(Catch);

    public static TheoryData<string> Mistakes { get; } = [.. WrongRules.All.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void The_histories_catch_rules_that_approve_too_much(string mistake) => Caught.Value.ShouldContain(mistake);

    /// <summary>The mistakes that at least one of 100,000 histories shows. A history is made and judged once for all of them.</summary>
    private static HashSet<string> Catch()
    {
        var open = WrongRules.All.Keys.ToHashSet();
        for (var seed = 0; seed < 100_000 && open.Count > 0; seed++)
        {
            var history = HistoryMaker.Make(seed);
            if (Oracle.Decide(Oracle.Judge(history)) != GateDecision.Approved && !IsApproved(history, facts => facts))
                open.RemoveWhere(mistake => IsApproved(history, WrongRules.All[mistake]));
        }

        return [.. WrongRules.All.Keys.Except(open)];
    }

    private static bool IsApproved(History history, Func<ApprovalFacts, ApprovalFacts> change) =>
        ApprovalRules.Judge(change(HostView.Of(history)), history.Policy).Decision == GateDecision.Approved;
}
