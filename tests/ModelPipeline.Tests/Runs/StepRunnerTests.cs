using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Runs;

public sealed class StepRunnerTests : IDisposable
{
    private readonly PipelineFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly RecordingReporter _reporter = new();

    [Fact]
    public async Task A_step_leaves_what_it_found_as_evidence()
    {
        _folder.Champion = PipelineFolder.Released("champion");
        var step = new FakeStep
        {
            Work = () =>
            {
                _clock.Advance(TimeSpan.FromMilliseconds(1234.9));
                return FakeStep.Outcome(FakeStep.Check(Status.Passed)) with
                {
                    Candidate = Digest.Of("candidate"),
                    Measures = new Dictionary<string, Measure> { ["b"] = 2, ["a"] = new(1, 0, 2), ["B"] = 3 },
                    Facts = new Dictionary<string, string> { ["z"] = "1", ["y"] = "2" },
                    Slices = [new SliceEvidence("s", 3, new Dictionary<string, Measure>())],
                };
            },
        };

        var report = await RunAsync(step);

        report.ShouldBe(new StepReport("churn", StepNames.Evaluate, Status.Passed, "all is well"));
        var evidence = Last();
        evidence.Model.ShouldBe("churn");
        evidence.Status.ShouldBe(Status.Passed);
        evidence.Summary.ShouldBe("all is well");
        evidence.Candidate.ShouldBe(Digest.Of("candidate"));
        evidence.Baseline.ShouldBe(new Baseline("1.0.0", Digest.Of("champion")));
        evidence.Inputs.ShouldBe(_folder.Run().Inputs);
        evidence.Measures.Keys.ShouldBe(["B", "a", "b"]);
        evidence.Facts.Keys.ShouldBe(["y", "z"]);
        evidence.Slices.Single().Rows.ShouldBe(3);
        evidence.Fingerprint.ShouldNotBeNull();
        evidence.Started.ShouldBe(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        evidence.DurationMs.ShouldBe(1234);
    }

    [Fact]
    public async Task People_are_told_when_a_step_starts_works_and_ends()
    {
        await RunAsync(new FakeStep());

        _reporter.Lines.ShouldBe(["churn evaluate started", "churn evaluate: working", "churn evaluate finished"]);
    }

    [Theory]
    [InlineData(Status.Failed, "a; c")]
    [InlineData(Status.NoBaseline, "all is well")]
    [InlineData(Status.Pending, "a; c")]
    [InlineData(Status.Error, "a; c")]
    public async Task The_verdict_is_the_worst_required_check_and_its_reasons_are_told(Status worst, string reasons)
    {
        var step = new FakeStep
        {
            Work = () => FakeStep.Outcome(
                FakeStep.Check(worst, "a"),
                FakeStep.Check(Status.Passed, "b"),
                FakeStep.Check(worst, "c"),
                FakeStep.Check(Status.Error, "d", required: false)),
        };

        var report = await RunAsync(step);

        report.ShouldBe(new StepReport("churn", StepNames.Evaluate, worst, reasons));
        Last().Status.ShouldBe(worst);
        Last().Summary.ShouldBe(reasons);
    }

    [Fact]
    public async Task An_optional_check_is_kept_and_does_not_count()
    {
        var step = new FakeStep { Work = () => FakeStep.Outcome(FakeStep.Check(Status.Passed), FakeStep.Check(Status.Failed, "worse", required: false)) };

        (await RunAsync(step)).Status.ShouldBe(Status.Passed);

        Last().Checks.Select(check => (check.Status, check.Required)).ShouldBe([(Status.Passed, true), (Status.Failed, false)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_step_without_a_required_check_has_judged_nothing_and_is_an_error(bool hasOptional)
    {
        Check[] checks = hasOptional ? [FakeStep.Check(Status.Passed, required: false)] : [];

        var report = await RunAsync(new FakeStep { Work = () => FakeStep.Outcome(checks) });

        report.Status.ShouldBe(Status.Error);
        report.Reason.ShouldBe("nothing was judged: the step has no required check");
        Last().Status.ShouldBe(Status.Error);
        Last().Checks.Count.ShouldBe(checks.Length + 1);
    }

    [Fact]
    public async Task A_fault_of_the_input_is_an_error_that_nobody_needs_to_mend()
    {
        var step = new FakeStep { Work = () => throw new InputException("Column 'y' is missing.") };

        var report = await RunAsync(step);

        report.ShouldBe(new StepReport("churn", StepNames.Evaluate, Status.Error, "Column 'y' is missing.", IsInputFault: true));
        Last().Status.ShouldBe(Status.Error);
        Last().Summary.ShouldBe("Column 'y' is missing.");
        Last().Fingerprint.ShouldBeNull();
        step.Discards.ShouldBe(1);
        _reporter.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_that_breaks_is_an_error_and_its_exception_is_shown()
    {
        var fault = new InvalidOperationException("bug");
        var step = new FakeStep { Work = () => throw fault };

        var report = await RunAsync(step);

        report.ShouldBe(new StepReport("churn", StepNames.Evaluate, Status.Error, "bug"));
        Last().Status.ShouldBe(Status.Error);
        Last().Fingerprint.ShouldBeNull();
        step.Discards.ShouldBe(1);
        _reporter.Faults.ShouldBe([fault]);
        _reporter.Lines[^1].ShouldBe("churn evaluate finished");
    }

    [Fact]
    public async Task What_a_broken_step_could_not_remove_is_told_beside_the_fault()
    {
        var step = new FakeStep { Work = () => throw new InputException("Bad row."), Discarding = () => throw new IOException("The card is locked.") };

        var report = await RunAsync(step);

        report.Reason.ShouldBe("Bad row. What an earlier run left cannot be removed: The card is locked.");
        report.IsInputFault.ShouldBeTrue();
        Last().Summary.ShouldBe(report.Reason);
    }

    [Fact]
    public async Task Data_that_cannot_be_read_are_a_fault_of_the_input()
    {
        _folder.DeleteData();
        var step = new FakeStep();

        var report = await RunAsync(step);

        report.IsInputFault.ShouldBeTrue();
        report.Reason.ShouldContain("data.csv");
        step.Runs.ShouldBe(0);
        Last().Inputs.Data.ShouldBeNull();
    }

    [Fact]
    public async Task A_stopped_step_leaves_its_last_evidence_as_it_was()
    {
        await RunAsync(new FakeStep());
        var before = File.ReadAllBytes(_folder.Evidence.PathOf(StepNames.Evaluate));
        using var stop = new CancellationTokenSource();
        _folder.Force = true;
        var step = new FakeStep
        {
            Work = () =>
            {
                stop.Cancel();
                throw new OperationCanceledException(stop.Token);
            },
        };

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(step, stop.Token));

        File.ReadAllBytes(_folder.Evidence.PathOf(StepNames.Evaluate)).ShouldBe(before);
        step.Discards.ShouldBe(0);
        _reporter.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stopped_run_starts_no_step()
    {
        var step = new FakeStep();

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(step, new CancellationToken(canceled: true)));

        step.Runs.ShouldBe(0);
        _reporter.Lines.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_step_that_gives_up_by_itself_is_broken_not_stopped()
    {
        var report = await RunAsync(new FakeStep { Work = () => throw new TaskCanceledException("The server did not answer.") });

        report.ShouldBe(new StepReport("churn", StepNames.Evaluate, Status.Error, "The server did not answer."));
        Last().Status.ShouldBe(Status.Error);
    }

    public void Dispose() => _folder.Dispose();

    private Task<StepReport> RunAsync(FakeStep step, CancellationToken? cancellation = null) =>
        new StepRunner(_clock, _reporter).RunAsync(step, _folder.Run(), cancellation ?? TestContext.Current.CancellationToken);

    private StepEvidence Last() => _folder.Evidence.Read(StepNames.Evaluate).ShouldNotBeNull();
}
