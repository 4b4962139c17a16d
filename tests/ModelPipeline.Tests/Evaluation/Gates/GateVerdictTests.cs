using ModelPipeline.Evaluation.Gates;
using ModelPipeline.Evidence;

namespace ModelPipeline.Tests.Evaluation.Gates;

public sealed class GateVerdictTests
{
    private static readonly GateVerdict Passed = Of("a", Status.Passed);
    private static readonly GateVerdict Failed = Of("b", Status.Failed);
    private static readonly GateVerdict Undecided = Of("c", Status.Error) with { IsUndecided = true };
    private static readonly GateVerdict Broken = Of("d", Status.Error);

    [Fact]
    public void Beside_a_failed_check_an_undecided_one_is_not_run_and_the_step_is_failed()
    {
        var checks = GateVerdict.Settle([Passed, Undecided, Failed]);

        checks.Select(check => check.Status).ShouldBe([Status.Passed, Status.NotRun, Status.Failed]);
        checks[1].Reason.ShouldBe("c because; left open, because b failed");
        StepEvidence.Worst(checks).ShouldBe(Status.Failed);
    }

    [Fact]
    public void Without_a_failed_check_an_undecided_one_is_an_error() =>
        StepEvidence.Worst(GateVerdict.Settle([Passed, Undecided])).ShouldBe(Status.Error);

    [Fact]
    public void What_could_not_be_measured_stays_an_error_beside_a_failed_check() =>
        StepEvidence.Worst(GateVerdict.Settle([Failed, Undecided, Broken])).ShouldBe(Status.Error);

    private static GateVerdict Of(string name, Status status) => new(new Check { Name = name, Status = status, Reason = $"{name} because" });
}
