using ModelPipeline.Benchmarking;
using ModelPipeline.Evidence;
using ModelPipeline.Processes;
using ModelPipeline.Registry;
using ModelPipeline.Runs;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Benchmarking;

public sealed class BenchmarkTestStepTests : IDisposable
{
    private static readonly BenchmarkPlan Short = new() { Rounds = 3 };

    private readonly PipelineFolder _folder = new();
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_champion_there_is_nothing_to_compare_with()
    {
        await TrainAsync();

        var outcome = await Step(new WorkerCommand("absent", [])).RunAsync(_folder.Run(), new Progress<string>(), _cancellation);

        var check = outcome.Checks.ShouldHaveSingleItem();
        check.Name.ShouldBe("champion");
        check.Status.ShouldBe(Status.NoBaseline);
    }

    [Fact]
    public async Task The_same_model_passes_every_check_and_the_evidence_tells_how_it_was_measured()
    {
        var outcome = await CompareAsync(FakeWorker.Honest());

        outcome.Checks.Select(check => check.Name).ShouldBe(["latency", "batch", "memory", "allocated", "train", "size"]);
        outcome.Checks.Where(check => check.Name != "train").ShouldAllBe(check => check.Status == Status.Passed);
        outcome.Checks.Where(check => check.Name is "allocated" or "size").ShouldAllBe(check => check.Observed == 1);
        outcome.Measures["latency.ratio"].ShouldBe(new Measure(1, 1, 1));
        outcome.Measures["latency.candidate_ns"].Value.ShouldBe(100);
        outcome.Measures["batch.candidate_ns"].Value.ShouldBe(5);
        outcome.Measures["allocated.candidate_bytes"].Value.ShouldBe(80);
        outcome.Facts.Keys.ShouldBe(["clock", "pinning", "processors", "worker"]);
        outcome.Facts["worker"].ShouldBe("sh");
        _folder.Entries().ShouldNotContain(entry => entry.Contains("benchmark", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_workers_cannot_be_pinned_they_take_turns_and_the_evidence_says_so()
    {
        var outcome = await CompareAsync(FakeWorker.Honest(pinned: false));

        outcome.Facts["pinning"].ShouldBe("none: candidate and champion took turns");
        outcome.Checks.Single(check => check.Name == "latency").Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public async Task A_slower_candidate_fails_with_both_amounts()
    {
        var outcome = await CompareAsync(FakeWorker.Honest(candidate: 1300));

        var check = outcome.Checks.Single(check => check.Name == "latency");
        check.Status.ShouldBe(Status.Failed);
        check.Observed!.Value.ShouldBe(1.3, 1e-9);
        check.Limit.ShouldBe(1.1);
        check.Reason.ShouldBe("scoring one row: 130 ns a row, champion 100 ns a row, ratio 1.30 [1.30, 1.30], above the limit 1.10 in 5 of 5 restarts");
    }

    [Fact]
    public async Task A_candidate_that_allocates_more_fails()
    {
        var outcome = await CompareAsync(FakeWorker.Honest(candidateBytes: 1010));

        outcome.Checks.Single(check => check.Name == "allocated").Status.ShouldBe(Status.Failed);
    }

    [Theory]
    [InlineData("echo 'cannot open \"model.bin\"' >&2; exit 3", "ended with exit code 3; its last words: 'cannot open \"model.bin\"'")]
    [InlineData("echo welcome", "printed 'welcome' where its answer to 'hello' was expected")]
    [InlineData("echo fault OutOfMemoryException: too large", "failed: OutOfMemoryException: too large")]
    public async Task A_broken_worker_is_an_error_in_its_own_words_and_leaves_nothing(string script, string expected)
    {
        var outcome = await CompareAsync(FakeWorker.Shell(script));

        var check = outcome.Checks.Single(check => check.Name == "worker");
        check.Status.ShouldBe(Status.Error);
        check.Reason.ShouldContain(expected);
        outcome.Checks.ShouldContain(check => check.Name == "size" && check.Status == Status.Passed);
        _folder.Entries().ShouldNotContain(entry => entry.Contains("benchmark", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_larger_bundle_fails()
    {
        _folder.Spec = _folder.Spec with { Benchmark = new() { Limits = new() { Size = 1.01 } } };
        var outcome = await CompareAsync(FakeWorker.Honest(), champion =>
        {
            File.Delete(Path.Combine(champion, GoldenRows.FileName));
            File.Delete(Path.Combine(champion, TrainingRows.FileName));
        });

        var size = outcome.Checks.Single(check => check.Name == "size");
        size.Status.ShouldBe(Status.Failed);
        size.Observed!.Value.ShouldBeGreaterThan(size.Limit!.Value);
    }

    [Fact]
    public async Task A_recipe_that_gives_no_model_is_an_error_of_the_training_alone()
    {
        _folder.Engine.Training = number =>
        {
            if (number > 10)
                throw new TrainingException("the rows are not separable");
        };

        var outcome = await CompareAsync(FakeWorker.Honest());

        var check = outcome.Checks.Single(check => check.Name == "train");
        check.Status.ShouldBe(Status.Error);
        check.Reason.ShouldContain("the rows are not separable");
        outcome.Checks.Single(check => check.Name == "latency").Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public async Task A_stop_is_no_verdict()
    {
        var run = await PrepareAsync(_ => { });
        using var stop = new CancellationTokenSource();
        var progress = new StopAt("scoring beside the champion", stop);

        await Should.ThrowAsync<OperationCanceledException>(() => Step(FakeWorker.Honest()).RunAsync(run, progress, stop.Token));

        _folder.Entries().ShouldNotContain(entry => entry.Contains("benchmark", StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private BenchmarkTestStep Step(WorkerCommand worker) => new(TimeProvider.System, worker, Short);

    private async Task<StepOutcome> CompareAsync(WorkerCommand worker, Action<string>? changeChampion = null) =>
        await Step(worker).RunAsync(await PrepareAsync(changeChampion ?? (_ => { })), new Progress<string>(), _cancellation);

    private async Task<ModelRun> PrepareAsync(Action<string> changeChampion)
    {
        await TrainAsync();
        var champion = _folder["champion"];
        Directory.CreateDirectory(champion);
        foreach (var file in Directory.GetFiles(_folder.Run().Workspace.Bundle))
            File.Copy(file, Path.Combine(champion, Path.GetFileName(file)));
        changeChampion(champion);
        return new ModelRun(
            _folder.Spec, new EngineCatalog([_folder.Engine]), new RunOptions { Workspace = _folder.Workspace }, _folder.Tool, champion: null,
            new BaselineBundle(new Baseline("1.0.0", BundleDigest.Of(champion)), champion));
    }

    private async Task TrainAsync()
    {
        var runner = new StepRunner(new ManualClock(), new RecordingReporter());
        _folder.Leave(StepNames.ValidateData);
        var provenance = new FixedProvenance(new Provenance { OperatingSystem = "linux-x64", Runtime = ".NET 10", Processors = 2 });
        var report = await runner.RunAsync(new TrainStep(new ManualClock(), provenance), _folder.Run(), _cancellation);
        report.Status.ShouldBe(Status.Passed, report.Reason);
    }

    private sealed class StopAt(string text, CancellationTokenSource stop) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value.StartsWith(text, StringComparison.Ordinal))
                stop.Cancel();
        }
    }
}
