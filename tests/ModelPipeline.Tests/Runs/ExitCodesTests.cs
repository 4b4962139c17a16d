using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Runs;

public sealed class ExitCodesTests
{
    private static readonly (int Code, StepReport Report)[] FromWorstToBest =
    [
        (2, Of(Status.Error) with { IsInputFault = true }),
        (1, Of(Status.Error)),
        (1, Of(Status.NotRun)),
        (3, Of(Status.Failed)),
        (4, Of(Status.Pending)),
        (0, Of(Status.NoBaseline)),
        (0, Of(Status.Passed)),
        (0, Of(Status.Passed) with { Skipped = true }),
    ];

    [Fact]
    public void Nothing_to_do_passes() => ExitCodes.Of([]).ShouldBe(0);

    [Fact]
    public void Each_verdict_has_its_code()
    {
        foreach (var (code, report) in FromWorstToBest)
            ExitCodes.Of([report]).ShouldBe(code, $"{report}");
    }

    [Fact]
    public void Of_several_verdicts_the_worst_decides_in_any_order()
    {
        for (var worst = 0; worst < FromWorstToBest.Length; worst++)
        {
            foreach (var (_, other) in FromWorstToBest[worst..])
            {
                var (code, report) = FromWorstToBest[worst];
                ExitCodes.Of([report, other]).ShouldBe(code, $"{report}, {other}");
                ExitCodes.Of([other, report]).ShouldBe(code, $"{other}, {report}");
            }
        }
    }

    [Fact]
    public void Only_a_pass_and_a_missing_champion_exit_0()
    {
        var passing = Enum.GetValues<Status>().Where(status => ExitCodes.Of([Of(status)]) == 0);

        passing.ShouldBe([Status.Passed, Status.NoBaseline]);
    }

    [Fact]
    public void What_is_undecided_does_not_matter_where_the_same_model_failed()
    {
        var undecided = Of(Status.Error) with { IsUndecided = true };

        ExitCodes.Of([undecided]).ShouldBe(1);
        ExitCodes.Of([undecided, Of(Status.Failed)]).ShouldBe(3);
        ExitCodes.Of([undecided, Of(Status.Failed) with { Model = "diamonds" }]).ShouldBe(1);
        ExitCodes.Of([undecided, Of(Status.Error), Of(Status.Failed)]).ShouldBe(1);
    }

    private static StepReport Of(Status status) => new("churn", StepNames.Evaluate, status, "because");
}
