using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Runs;

public sealed class UnwritableEvidenceTests : IDisposable
{
    private readonly PipelineFolder _folder = new();
    private readonly RecordingReporter _reporter = new();
    private readonly FakeStep _step = new();

    [Fact]
    public async Task A_pass_whose_evidence_cannot_be_written_is_an_error_with_exit_1()
    {
        BlockTarget();

        var report = await RunAsync();

        report.Status.ShouldBe(Status.Error);
        report.Reason.ShouldStartWith("all is well; but the evidence of it cannot be written: ");
        report.Reason.ShouldContain("evaluate.json");
        ExitCodes.Of([report]).ShouldBe(ExitCodes.Broken);
        _reporter.Faults.Count.ShouldBe(1);
        _reporter.Lines[^1].ShouldBe("churn evaluate finished");
        _step.Discards.ShouldBe(1);
    }

    [Fact]
    public async Task Evidence_that_cannot_be_written_twice_is_an_error_twice()
    {
        BlockTarget();

        await RunAsync();
        var report = await RunAsync();

        report.Status.ShouldBe(Status.Error);
        report.Skipped.ShouldBeFalse();
        _step.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task Evidence_of_an_earlier_pass_does_not_outlive_a_run_that_could_not_replace_it()
    {
        await RunAsync();
        Directory.CreateDirectory(_folder.Evidence.PathOf(StepNames.Evaluate) + ".tmp");
        _folder.Force = true;
        _step.Work = () => FakeStep.Outcome(FakeStep.Check(Status.Failed, "worse than before"));

        var report = await RunAsync();

        report.Status.ShouldBe(Status.Error);
        report.Reason.ShouldStartWith("worse than before; but the evidence of it cannot be written: ");
        _folder.Evidence.Read(StepNames.Evaluate).ShouldBeNull();
    }

    [Fact]
    public async Task A_fault_of_the_input_stays_one_where_its_evidence_cannot_be_written()
    {
        BlockTarget();
        _step.Work = () => throw new InputException("Bad row.");

        var report = await RunAsync();

        report.Reason.ShouldStartWith("Bad row; but the evidence of it cannot be written: ");
        report.IsInputFault.ShouldBeTrue();
    }

    [Fact]
    public async Task A_step_that_is_not_run_and_cannot_say_so_is_an_error()
    {
        BlockTarget();
        var step = new FakeStep { Needs = [StepNames.Train] };

        var report = await RunAsync(step);

        report.Status.ShouldBe(Status.Error);
        report.Reason.ShouldStartWith("train has not run: run it first; but the evidence of it cannot be written: ");
    }

    [Fact]
    public async Task What_cannot_be_removed_either_is_told()
    {
        BlockTarget();
        _step.Discarding = () => throw new IOException("The card is locked.");

        var report = await RunAsync();

        report.Reason.ShouldEndWith(" And what it left cannot be removed: The card is locked.");
    }

    [Fact]
    public async Task A_workspace_whose_place_is_taken_by_a_file_is_an_error_and_no_crash()
    {
        Directory.CreateDirectory(_folder.Workspace);
        File.WriteAllText(Path.Combine(_folder.Workspace, "churn"), "");

        var report = await RunAsync();

        report.Status.ShouldBe(Status.Error);
    }

    public void Dispose() => _folder.Dispose();

    private void BlockTarget() => Directory.CreateDirectory(_folder.Evidence.PathOf(StepNames.Evaluate));

    private Task<StepReport> RunAsync(FakeStep? step = null) =>
        new StepRunner(new ManualClock(), _reporter).RunAsync(step ?? _step, _folder.Run(), TestContext.Current.CancellationToken);
}
