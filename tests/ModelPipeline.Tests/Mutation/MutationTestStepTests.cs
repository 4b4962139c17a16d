using System.Text;
using ModelPipeline.Evidence;
using ModelPipeline.Mutation;
using ModelPipeline.Runs;
using ModelPipeline.Tests.Cards;
using ModelPipeline.Tests.Runs;

namespace ModelPipeline.Tests.Mutation;

public sealed class MutationTestStepTests : IDisposable
{
    private readonly MutationFolder _folder = new();
    private readonly FakeRenderer _renderer = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<string> _progress = [];
    private Action<string> _told = _ => { };

    [Theory]
    [InlineData(Status.Failed)]
    [InlineData(Status.Error)]
    [InlineData(Status.NotRun)]
    public async Task A_model_that_did_not_pass_is_refused(Status status)
    {
        _folder.Evaluated(status);

        (await Should.ThrowAsync<InputException>(() => TestAsync())).Message.ShouldStartWith("Only a model that passes can be tested with faults");
        Directory.Exists(_folder.Scratch).ShouldBeFalse();
    }

    [Fact]
    public async Task A_model_that_was_not_evaluated_is_refused() => await Should.ThrowAsync<InputException>(() => TestAsync());

    [Fact]
    public async Task Every_fault_is_tried_once_and_the_counts_are_those_of_its_checks()
    {
        var outcome = await PassedAsync();

        var faults = outcome.Checks.Where(check => check.Name.StartsWith("fault.", StringComparison.Ordinal)).ToList();
        faults.Select(check => check.Name["fault.".Length..]).ShouldBe(Faulty.All.Select(fault => fault.Name));
        faults.ShouldAllBe(check => !check.Required);
        var applicable = faults.Where(check => !check.Reason.StartsWith("n/a: ", StringComparison.Ordinal)).ToList();
        outcome.Measures["faults"].Value.ShouldBe(applicable.Count);
        outcome.Measures["caught"].Value.ShouldBe(applicable.Count(check => check.Status == Status.Passed));
        outcome.Measures["named"].Value.ShouldBe(applicable.Count(check => check.Reason.Contains("; cause named: ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Faults_that_the_model_cannot_have_do_not_count()
    {
        var outcome = await PassedAsync();

        Check(outcome, "fault.dropped-feature").Reason.ShouldBe("n/a: there is one feature alone");
        Check(outcome, "fault.swapped-categories").Reason.ShouldBe("n/a: no feature is categorical");
        outcome.Measures["faults"].Value.ShouldBe(Faulty.All.Count - 2);
    }

    [Fact]
    public async Task A_fault_that_is_caught_says_by_which_checks_and_what_was_said()
    {
        var check = Check(await PassedAsync(), "fault.other-positive-class");

        check.Status.ShouldBe(Status.Passed);
        check.Reason.ShouldContain("caught by ");
        check.Reason.ShouldContain("differential-test: scorable");
        check.Reason.ShouldContain("; cause named: the positive class is 'no' now");
    }

    [Fact]
    public async Task The_required_checks_say_how_many_were_caught_named_and_false()
    {
        var outcome = await PassedAsync(cleanRuns: 2);
        var (faults, caught, named) = (outcome.Measures["faults"].Value, outcome.Measures["caught"].Value, outcome.Measures["named"].Value);

        outcome.Checks.Where(check => check.Required).Select(check => check.Name).ShouldBe(["faults_caught", "causes_named", "clean_runs"]);
        Check(outcome, "faults_caught").ShouldSatisfyAllConditions(
            check => check.Observed.ShouldBe(caught / faults), check => check.Limit.ShouldBe(1), check => check.Status.ShouldBe(caught == faults ? Status.Passed : Status.Failed));
        Check(outcome, "causes_named").ShouldSatisfyAllConditions(
            check => check.Observed.ShouldBe(named / faults), check => check.Limit.ShouldBe(0.9), check => check.Status.ShouldBe(named >= 0.9 * faults ? Status.Passed : Status.Failed));
        outcome.Measures["clean_runs"].Value.ShouldBe(2);
        outcome.Summary.ShouldBe($"{caught} of {faults} faults caught, the cause of {named} named; {outcome.Measures["clean_alarms"].Value} of 2 clean runs alarmed");
    }

    [Fact]
    public async Task Clean_runs_that_break_are_alarms()
    {
        _told = text => _folder.Engine.Training = text.StartsWith("clean run ", StringComparison.Ordinal) ? _ => throw new InvalidOperationException("no memory") : _ => { };

        var outcome = await PassedAsync(cleanRuns: 2);

        Check(outcome, "clean_runs").ShouldSatisfyAllConditions(
            check => check.Status.ShouldBe(Status.Failed), check => check.Observed.ShouldBe(1), check => check.Reason.ShouldBe("2 of 2 clean runs alarmed"));
    }

    [Fact]
    public async Task Without_a_clean_run_nothing_is_known_of_false_alarms()
    {
        var check = Check(await PassedAsync(cleanRuns: 0), "clean_runs");

        check.Status.ShouldBe(Status.Error);
        check.Observed.ShouldBeNull();
        check.Reason.ShouldStartWith("no clean run was made");
    }

    [Fact]
    public async Task The_report_shows_every_fault()
    {
        var outcome = await PassedAsync();

        var report = Encoding.UTF8.GetString(outcome.Reports["mutation.md"].Span);
        report.ShouldStartWith($"churn: {outcome.Measures["caught"].Value} of ");
        report.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1 + Faulty.All.Count);
        report.ShouldContain("\ndropped-feature n/a\n");
    }

    [Fact]
    public async Task A_test_says_how_far_it_is_and_leaves_the_models_own_files_alone()
    {
        _folder.Evaluated();
        var before = _folder.Pipeline.Entries();

        await TestAsync(cleanRuns: 2);

        _progress.ShouldBe(["training a champion", .. Faulty.All.Select(fault => $"fault {fault.Name}"), "clean run 1 of 2", "clean run 2 of 2"]);
        _folder.Pipeline.Entries().ShouldBe(before);
    }

    [Theory]
    [InlineData("training a champion")]
    [InlineData("fault noisy-labels")]
    [InlineData("clean run 1 of 1")]
    public async Task A_test_that_is_stopped_leaves_no_folder(string when)
    {
        _told = text => Stop(text == when);

        await Should.ThrowAsync<OperationCanceledException>(() => PassedAsync());

        Directory.Exists(_folder.Scratch).ShouldBeFalse();
    }

    [Fact]
    public async Task A_test_that_is_stopped_while_training_leaves_no_folder()
    {
        _folder.Engine.Training = training => Stop(training == 9);

        await Should.ThrowAsync<OperationCanceledException>(() => PassedAsync());

        Directory.Exists(_folder.Scratch).ShouldBeFalse();
    }

    [Fact]
    public async Task A_test_that_breaks_leaves_no_folder()
    {
        _renderer.Rendering = () => throw new IOException("no template");

        await Should.ThrowAsync<IOException>(() => PassedAsync());

        Directory.Exists(_folder.Scratch).ShouldBeFalse();
    }

    [Fact]
    public async Task What_a_killed_run_left_does_not_matter()
    {
        var expected = await PassedAsync();
        Directory.CreateDirectory(Path.Combine(_folder.Scratch, "clean", "churn", "evidence"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Scratch, "clean", "churn", "evidence", "evaluate.json"), "{", _stop.Token);

        (await TestAsync()).Checks.ShouldBe(expected.Checks);

        Directory.Exists(_folder.Scratch).ShouldBeFalse();
    }

    [Fact]
    public void Another_number_of_clean_runs_or_another_template_is_another_test()
    {
        _folder.Evaluated();
        var step = Step();
        var inputs = step.Inputs(_folder.Run(cleanRuns: 1)).ToList();

        step.Inputs(_folder.Run(cleanRuns: 1)).ShouldBe(inputs);
        step.Inputs(_folder.Run(cleanRuns: 2)).ShouldNotBe(inputs);
        _renderer.Version = "2";
        step.Inputs(_folder.Run(cleanRuns: 1)).ShouldNotBe(inputs);
    }

    public void Dispose()
    {
        _folder.Dispose();
        _stop.Dispose();
    }

    private static Check Check(StepOutcome outcome, string name) => outcome.Checks.Single(check => check.Name == name);

    private MutationTestStep Step() => new(new ManualClock(), MutationFolder.Provenance, _renderer);

    private Task<StepOutcome> PassedAsync(int cleanRuns = 1)
    {
        _folder.Evaluated();
        return TestAsync(cleanRuns);
    }

    private Task<StepOutcome> TestAsync(int cleanRuns = 1) => Step().RunAsync(_folder.Run(cleanRuns), new Listener(Told), _stop.Token);

    private void Told(string text)
    {
        _progress.Add(text);
        _told(text);
    }

    private void Stop(bool now)
    {
        if (now)
            _stop.Cancel();
    }

    /// <summary>Is told at once, where <see cref="Progress{T}"/> is told later.</summary>
    private sealed class Listener(Action<string> told) : IProgress<string>
    {
        public void Report(string value) => told(value);
    }
}
