using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Runs;

public sealed class SkippingTests : IDisposable
{
    private readonly PipelineFolder _folder = new() { Champion = PipelineFolder.Released("champion") };
    private readonly RecordingReporter _reporter = new();
    private readonly FakeStep _step = new() { OwnInputs = ["a", "b"] };

    [Fact]
    public async Task A_step_that_passed_over_the_same_inputs_is_skipped_and_says_so()
    {
        await RunAsync();
        var before = File.ReadAllBytes(_folder.Evidence.PathOf(StepNames.Evaluate));

        var report = await RunAsync();

        _step.Runs.ShouldBe(1);
        report.Skipped.ShouldBeTrue();
        report.Status.ShouldBe(Status.Passed);
        report.Reason.ShouldBe("all is well (unchanged since 2026-03-01 12:00Z)");
        File.ReadAllBytes(_folder.Evidence.PathOf(StepNames.Evaluate)).ShouldBe(before);
        _reporter.Lines[^1].ShouldBe("churn evaluate finished");
    }

    public static TheoryData<string> Changes =>
        ["data", "spec", "tool", "baseline", "no baseline", "force", "own inputs", "outputs gone", "evidence gone"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_step_runs_again_where_anything_changed(string what)
    {
        await RunAsync();
        Change(what);

        var report = await RunAsync();

        _step.Runs.ShouldBe(2);
        report.Skipped.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Status.Failed)]
    [InlineData(Status.Error)]
    [InlineData(Status.NoBaseline)]
    [InlineData(Status.Pending)]
    [InlineData(Status.NotRun)]
    public async Task A_step_that_did_not_pass_runs_again_over_the_same_inputs(Status status)
    {
        _step.Work = () => FakeStep.Outcome(FakeStep.Check(status));
        await RunAsync();

        var report = await RunAsync();

        _step.Runs.ShouldBe(2);
        report.ShouldBe(new StepReport("churn", StepNames.Evaluate, status, status == Status.NoBaseline ? "all is well" : "because"));
    }

    [Fact]
    public async Task A_step_that_broke_runs_again_and_its_earlier_pass_is_forgotten()
    {
        await RunAsync();
        _folder.Force = true;
        _step.Work = () => throw new InvalidOperationException("bug");
        await RunAsync();
        _folder.Force = false;
        _step.Work = () => FakeStep.Outcome(FakeStep.Check(Status.Passed));

        var report = await RunAsync();

        _step.Runs.ShouldBe(3);
        report.Skipped.ShouldBeFalse();
    }

    [Fact]
    public async Task Another_step_over_the_same_inputs_is_not_skipped()
    {
        await RunAsync();
        var other = new FakeStep(StepNames.Train) { OwnInputs = _step.OwnInputs };

        (await RunAsync(other)).Skipped.ShouldBeFalse();
    }

    public static TheoryData<string> Corruptions =>
    [
        "",
        "null",
        "{ \"schema\": \"modelpipeline/evidence/v1\"",
        "\0\0\0\0",
    ];

    [Theory]
    [MemberData(nameof(Corruptions))]
    public async Task Evidence_that_cannot_be_read_is_no_pass_and_is_replaced_by_running_again(string text)
    {
        await RunAsync();
        _folder.Corrupt(StepNames.Evaluate, text);

        var second = await RunAsync();
        var third = await RunAsync();

        second.ShouldBe(new StepReport("churn", StepNames.Evaluate, Status.Passed, "all is well"));
        _reporter.Lines.ShouldContain(line => line.StartsWith("churn evaluate: running again: ", StringComparison.Ordinal));
        _reporter.Faults.ShouldBeEmpty();
        third.Skipped.ShouldBeTrue();
        _step.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task The_evidence_of_another_step_under_this_ones_name_is_no_pass()
    {
        await RunAsync();
        var path = _folder.Evidence.PathOf(StepNames.Evaluate);
        File.WriteAllText(path, File.ReadAllText(path).Replace("\"step\": \"evaluate\"", "\"step\": \"train\"", StringComparison.Ordinal));

        await RunAsync();

        _step.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task A_status_that_its_checks_contradict_is_no_pass()
    {
        _step.Work = () => FakeStep.Outcome(FakeStep.Check(Status.Failed));
        await RunAsync();
        var path = _folder.Evidence.PathOf(StepNames.Evaluate);
        var text = File.ReadAllText(path);
        File.WriteAllText(path, text.Insert(text.IndexOf("failed", StringComparison.Ordinal), "passed").Replace("passedfailed", "passed", StringComparison.Ordinal));

        var report = await RunAsync();

        report.Status.ShouldBe(Status.Failed);
        _step.Runs.ShouldBe(2);
    }

    [Fact]
    public async Task Outputs_that_cannot_be_looked_at_are_made_again()
    {
        await RunAsync();
        _step.MaySkip = () => throw new UnauthorizedAccessException("The bundle may not be read.");

        var report = await RunAsync();

        report.ShouldBe(new StepReport("churn", StepNames.Evaluate, Status.Passed, "all is well"));
        _reporter.Lines.ShouldContain("churn evaluate: running again: The bundle may not be read.");
    }

    public void Dispose() => _folder.Dispose();

    private void Change(string what)
    {
        switch (what)
        {
            case "data": _folder.WriteData(seed: 1); break;
            case "spec": _folder.Spec = _folder.Spec with { Digest = Digest.Of("other") }; break;
            case "tool": _folder.Tool = _folder.Tool with { Digest = Digest.Of("other") }; break;
            case "baseline": _folder.Champion = PipelineFolder.Released("other"); break;
            case "no baseline": _folder.Champion = null; break;
            case "force": _folder.Force = true; break;
            case "own inputs": _step.OwnInputs = ["a", "c"]; break;
            case "outputs gone": _step.MaySkip = () => false; break;
            case "evidence gone": File.Delete(_folder.Evidence.PathOf(StepNames.Evaluate)); break;
            default: throw new ArgumentOutOfRangeException(nameof(what), what, null);
        }
    }

    private Task<StepReport> RunAsync(FakeStep? step = null) =>
        new StepRunner(new ManualClock(), _reporter).RunAsync(step ?? _step, _folder.Run(), TestContext.Current.CancellationToken);
}
