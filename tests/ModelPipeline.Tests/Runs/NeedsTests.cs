using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Runs;

public sealed class NeedsTests : IDisposable
{
    private readonly PipelineFolder _folder = new();
    private readonly RecordingReporter _reporter = new();
    private readonly FakeStep _step = new() { Needs = [StepNames.ValidateData, StepNames.Train] };

    [Theory]
    [InlineData(Status.Passed)]
    [InlineData(Status.Failed)]
    [InlineData(Status.NoBaseline)]
    [InlineData(Status.Pending)]
    public async Task A_step_runs_where_its_needs_could_judge(Status status)
    {
        _folder.Leave(StepNames.ValidateData, status);
        _folder.Leave(StepNames.Train, status);

        (await RunAsync()).Status.ShouldBe(Status.Passed);

        _step.Discards.ShouldBe(0);
    }

    public static TheoryData<string, string> Obstacles => new()
    {
        { "missing", "train has not run: run it first" },
        { "other model", "train judged the model 'fraud': run it again first" },
        { "error", "train could not judge" },
        { "not-run", "train was not run" },
        { "other data", "train judged another data file: run it again first" },
        { "other spec", "train judged another spec: run it again first" },
        { "other tool", "train judged another build of the tool: run it again first" },
        { "other champion", "train compared with another champion: run it again first" },
        { "corrupt", "train left evidence that cannot be read: " },
    };

    [Theory]
    [MemberData(nameof(Obstacles))]
    public async Task A_step_is_not_run_where_a_need_is_not_met_and_what_it_left_is_discarded(string obstacle, string reason)
    {
        _folder.Leave(StepNames.ValidateData);
        _folder.Leave(StepNames.Train);
        await RunAsync();
        Obstruct(obstacle);

        var report = await RunAsync();

        report.Status.ShouldBe(Status.NotRun);
        report.Reason.ShouldStartWith(reason);
        report.IsInputFault.ShouldBeFalse();
        _step.Runs.ShouldBe(1);
        _step.Discards.ShouldBe(1);
        _reporter.Faults.ShouldBeEmpty();
        var evidence = _folder.Evidence.Read(StepNames.Evaluate).ShouldNotBeNull();
        evidence.Status.ShouldBe(Status.NotRun);
        evidence.Fingerprint.ShouldBeNull();
    }

    [Fact]
    public async Task Evidence_that_is_needed_and_cannot_be_read_is_named_with_its_path()
    {
        _folder.Leave(StepNames.ValidateData);
        _folder.Corrupt(StepNames.Train);

        var report = await RunAsync();

        report.Reason.ShouldContain(_folder.Evidence.PathOf(StepNames.Train));
        report.Reason.ShouldEndWith("Run the step again.");
    }

    [Fact]
    public async Task The_first_need_that_is_not_met_is_the_reason()
    {
        var report = await RunAsync();

        report.Reason.ShouldBe("validate-data has not run: run it first");
    }

    [Fact]
    public async Task A_step_without_needs_runs_beside_corrupt_evidence_of_others()
    {
        _folder.Corrupt(StepNames.Train);

        (await RunAsync(new FakeStep())).Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public async Task What_cannot_be_discarded_makes_an_error_of_not_run()
    {
        _step.Discarding = () => throw new IOException("The card is locked.");

        var report = await RunAsync();

        report.Status.ShouldBe(Status.Error);
        report.Reason.ShouldContain("The card is locked.");
        _folder.Evidence.Read(StepNames.Evaluate).ShouldNotBeNull().Status.ShouldBe(Status.Error);
    }

    public void Dispose() => _folder.Dispose();

    private void Obstruct(string obstacle)
    {
        switch (obstacle)
        {
            case "missing": File.Delete(_folder.Evidence.PathOf(StepNames.Train)); break;
            case "other model": _folder.Leave(StepNames.Train, change: evidence => evidence with { Model = "fraud" }); break;
            case "error": _folder.Leave(StepNames.Train, Status.Error); break;
            case "not-run": _folder.Leave(StepNames.Train, Status.NotRun); break;
            case "other data": Change(inputs => inputs with { Data = Digest.Of("other") }); break;
            case "other spec": Change(inputs => inputs with { Spec = Digest.Of("other") }); break;
            case "other tool": Change(inputs => inputs with { Tool = Digest.Of("other") }); break;
            case "other champion": _folder.Leave(StepNames.Train, change: evidence => evidence with { Baseline = new Baseline("1.0.0", Digest.Of("other")) }); break;
            case "corrupt": _folder.Corrupt(StepNames.Train); break;
            default: throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle, null);
        }
    }

    private void Change(Func<EvidenceInputs, EvidenceInputs> change) =>
        _folder.Leave(StepNames.Train, change: evidence => evidence with { Inputs = change(evidence.Inputs) });

    private Task<StepReport> RunAsync(FakeStep? step = null) =>
        new StepRunner(new ManualClock(), _reporter).RunAsync(step ?? _step, _folder.Run(), TestContext.Current.CancellationToken);
}
