using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Approvals;

namespace ModelPipeline.Tests.Releasing.Histories;

public class WrongRulesTests
{
    public static TheoryData<string> Mistakes { get; } = [.. WrongRules.All.Keys];

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void The_histories_catch_rules_that_approve_too_much(string mistake)
    {
        var caught = Enumerable.Range(0, 100_000).Any(seed =>
        {
            var history = HistoryMaker.Make(seed);
            return Oracle.Decide(Oracle.Judge(history)) != GateDecision.Approved
                && ApprovalRules.Judge(WrongRules.All[mistake](HostView.Of(history)), history.Policy).Decision == GateDecision.Approved
                && ApprovalRules.Judge(HostView.Of(history), history.Policy).Decision != GateDecision.Approved;
        });

        caught.ShouldBeTrue();
    }
}
