using System.Text.Json;
using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class TrainStepTests : IDisposable
{
    private static readonly Provenance Known = new() { Commit = "c0ffee", DirtyTree = true, Who = "ada", OperatingSystem = "linux-x64", Runtime = ".NET 10", Processors = 2 };
    private readonly PipelineFolder _folder = new();
    private readonly ManualClock _clock = new();
    private readonly RecordingReporter _reporter = new();
    private Provenance _provenance = Known;

    [Fact]
    public async Task A_candidate_is_trained_on_the_training_rows_and_described_by_its_manifest()
    {
        await RunAsync();

        var bundle = ModelBundle.Open(_folder.Run().Workspace.Bundle);
        var manifest = bundle.Manifest;
        var data = _folder.Run().ReadData(TestContext.Current.CancellationToken);
        manifest.Name.ShouldBe("churn");
        manifest.Engine.ShouldBe("fake");
        manifest.Trainer.ShouldBe("guess");
        manifest.Seed.ShouldBe(7);
        manifest.Parameters.Values.ShouldBe(_folder.Spec.Train.Parameters.Values);
        manifest.Versions.ShouldBe(new Dictionary<string, string> { ["Fake"] = "2.0", ["modelpipeline"] = "0.1.0" }, ignoreOrder: true);
        manifest.Signature.Inputs.Select(input => input.Name).ShouldBe(["x"]);
        manifest.Signature.Classes.ShouldBe(["no", "yes"]);
        manifest.Data.Digest.ShouldBe(_folder.Run().DataDigest);
        (manifest.Data.Rows, manifest.Data.TrainRows, manifest.Data.TestRows).ShouldBe((40, data.Split.Train.Length, data.Split.Test.Length));
        manifest.Data.TrainSplit.ShouldBe(data.Split.TrainDigest);
        manifest.Data.Oldest.ShouldBeNull();
        var label = manifest.Data.Label.ShouldBeOfType<CategoricalStatistics>();
        (label.Name, label.Count, label.Missing).ShouldBe(("y", data.Split.Train.Length, 0));
        manifest.TestMetrics.Keys.ShouldBe(manifest.TestMetrics.Keys.Order(StringComparer.Ordinal));
        manifest.TestMetrics.Keys.ShouldContain("auc");
        TrainingRows.Read(bundle.Folder).Hashes.Count.ShouldBe(data.Split.Train.Length);
        manifest.NoiseFloor.ShouldBe(new NoiseFloor(10, 0, 0, 0, 0));
        Directory.GetFiles(bundle.Folder).Select(Path.GetFileName).ShouldBe(["bundle.json", "fake.bin", "golden.csv", "training-rows.txt"], ignoreOrder: true);
        File.ReadAllLines(Path.Combine(bundle.Folder, "golden.csv")).Length.ShouldBe(data.Split.Test.Length + 1);
    }

    [Fact]
    public async Task The_engine_is_given_the_training_rows_and_none_of_the_test_rows()
    {
        await RunAsync();

        var data = _folder.Run().ReadData(TestContext.Current.CancellationToken);
        var (all, labels) = (Numbers(data.Rows.Features), data.Rows.Labels.Codes.ToArray());
        var candidate = _folder.Engine.Requests[0];
        Numbers(candidate.Features).ShouldBe(data.Split.Train.Select(row => all[row]));
        candidate.Labels.Codes.ToArray().ShouldBe(data.Split.Train.Select(row => labels[row]));
        var testRows = data.Split.Test.Select(row => all[row]).ToList();
        _folder.Engine.Requests.ShouldAllBe(request => !Numbers(request.Features).Intersect(testRows).Any());
    }

    [Fact]
    public async Task The_evidence_has_the_candidate_its_measures_and_where_it_comes_from()
    {
        var report = await RunAsync();

        var evidence = Last();
        var bundle = ModelBundle.Open(_folder.Run().Workspace.Bundle);
        report.Status.ShouldBe(Status.Passed);
        report.Reason.ShouldBe($"guess on {bundle.Manifest.Data.TrainRows} rows, bundle {bundle.Digest.Short}");
        evidence.Candidate.ShouldBe(bundle.Digest);
        evidence.Checks.Select(check => (check.Name, check.Status, check.Observed, check.Limit))
            .ShouldBe([("finite_scores", Status.Passed, 0, 0), ("golden_rows", Status.Passed, 0, 0), ("unseen_test_rows", Status.Passed, 0, 0)]);
        evidence.Measures.Keys.ShouldBe(
        [
            "bundle_bytes", "features", "noise_floor.changed_rows", "noise_floor.label_flips", "noise_floor.mean_shift", "noise_floor.negative_flips",
            "noise_floor.refits", "train_rows",
        ]);
        evidence.Measures["bundle_bytes"].Value.ShouldBe(new DirectoryInfo(bundle.Folder).GetFiles().Sum(file => file.Length));
        evidence.Facts.ShouldBe(new Dictionary<string, string>
        {
            ["engine"] = "fake",
            ["trainer"] = "guess",
            ["seed"] = "7",
            ["parameter.l2"] = "1",
            ["parameter.rounds"] = "3",
            ["version.Fake"] = "2.0",
            ["version.modelpipeline"] = "0.1.0",
            ["provenance.commit"] = "c0ffee",
            ["provenance.dirty_tree"] = "yes",
            ["provenance.who"] = "ada",
            ["provenance.operating_system"] = "linux-x64",
            ["provenance.runtime"] = ".NET 10",
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_not_known_of_the_origin_is_said_to_be_unknown()
    {
        _provenance = Known with { Commit = null, DirtyTree = null, Who = null };

        await RunAsync();

        string[] facts = ["provenance.commit", "provenance.dirty_tree", "provenance.who"];
        facts.ShouldAllBe(fact => Last().Facts[fact] == "unknown");
    }

    [Fact]
    public async Task Where_when_and_by_whom_stands_outside_the_bundle_and_its_digest()
    {
        _folder.Engine.Training = training => _clock.Advance(TimeSpan.FromMilliseconds(training == 0 ? 1500 : 0));

        await RunAsync();

        using var json = JsonDocument.Parse(File.ReadAllBytes(_folder.Run().Workspace.Provenance));
        var root = json.RootElement;
        root.GetProperty("bundle").GetString().ShouldBe($"{Last().Candidate}");
        root.GetProperty("source").GetProperty("commit").GetString().ShouldBe("c0ffee");
        root.GetProperty("source").GetProperty("dirty_tree").GetBoolean().ShouldBeTrue();
        root.GetProperty("source").GetProperty("processors").GetInt32().ShouldBe(2);
        root.GetProperty("started").GetDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        root.GetProperty("training_ms").GetInt64().ShouldBe(1500);
    }

    [Fact]
    public async Task The_same_inputs_give_the_same_bundle_whoever_trains_it_whenever()
    {
        await RunAsync();
        var first = Last().Candidate;

        _provenance = Known with { Who = "grace", Commit = "decaf", Processors = 64 };
        _clock.Advance(TimeSpan.FromDays(1));
        _folder.Force = true;
        _folder.Engine = new FakeEngine();
        await RunAsync();

        Last().Candidate.ShouldBe(first);
    }

    [Fact]
    public async Task A_bundle_that_scores_otherwise_than_the_trained_model_fails()
    {
        _folder.Engine.Loaded = x => x < 10 ? 0.123 : _folder.Engine.Scoring(0, x);

        var report = await RunAsync();

        var check = Last().Checks.Single(found => found.Name == "golden_rows");
        report.Status.ShouldBe(Status.Failed);
        check.Status.ShouldBe(Status.Failed);
        check.Observed.ShouldNotBeNull().ShouldBeInRange(1, 10);
        check.Reason.ShouldContain("golden rows differently than the trained model");
    }

    [Fact]
    public async Task A_difference_in_the_last_bit_is_a_difference()
    {
        _folder.Engine.Loaded = x => Math.BitIncrement(_folder.Engine.Scoring(0, x));

        (await RunAsync()).Status.ShouldBe(Status.Failed);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task A_model_whose_scores_are_no_numbers_fails(double score)
    {
        _folder.Engine.Scoring = (_, _) => score;

        var report = await RunAsync();

        var rows = _folder.Run().ReadData(TestContext.Current.CancellationToken).Split.Test.Length;
        report.Status.ShouldBe(Status.Failed);
        report.Reason.ShouldBe($"the scores of {rows} of {rows} test rows are not finite numbers");
    }

    [Fact]
    public async Task An_engine_that_allows_no_model_is_the_inputs_fault_and_the_last_bundle_stays()
    {
        await RunAsync();
        var before = ModelBundle.Open(_folder.Run().Workspace.Bundle).Digest;
        _folder.Force = true;
        _folder.Engine.Training = _ => throw new TrainingException("The penalty is too small.");

        var report = await RunAsync();

        report.ShouldBe(new StepReport("churn", StepNames.Train, Status.Error, "The penalty is too small.", IsInputFault: true));
        ModelBundle.Open(_folder.Run().Workspace.Bundle).Digest.ShouldBe(before);
        Last().Candidate.ShouldBeNull();
    }

    [Fact]
    public async Task An_engine_that_breaks_in_a_refit_leaves_the_last_bundle()
    {
        await RunAsync();
        var before = _folder.Entries();
        _folder.Force = true;
        _folder.Engine = new FakeEngine { Training = training => { if (training == 3) throw new InvalidOperationException("bug"); } };

        var report = await RunAsync();

        report.Status.ShouldBe(Status.Error);
        report.IsInputFault.ShouldBeFalse();
        _folder.Entries().ShouldBe(before);
    }

    [Fact]
    public async Task A_stopped_training_leaves_the_last_bundle()
    {
        await RunAsync();
        var before = _folder.Entries();
        using var stop = new CancellationTokenSource();
        _folder.Force = true;
        _folder.Engine = new FakeEngine { Training = _ => stop.Cancel() };

        await Should.ThrowAsync<OperationCanceledException>(() => RunAsync(stop.Token));

        _folder.Entries().ShouldBe(before);
        Last().Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public async Task A_candidate_that_is_still_there_is_not_trained_again()
    {
        await RunAsync();

        (await RunAsync()).Skipped.ShouldBeTrue();
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("gone")]
    public async Task A_candidate_that_is_no_longer_there_is_trained_again(string what)
    {
        await RunAsync();
        var first = Last().Candidate;
        var bundle = _folder.Run().Workspace.Bundle;
        if (what == "gone")
            Directory.Delete(bundle, recursive: true);
        else
            File.AppendAllText(Path.Combine(bundle, "fake.bin"), "!");
        _folder.Engine = new FakeEngine();

        (await RunAsync()).Skipped.ShouldBeFalse();

        ModelBundle.Open(bundle).Digest.ShouldBe(first.ShouldNotBeNull());
    }

    [Fact]
    public async Task A_candidate_that_a_killed_run_set_aside_is_put_back_and_not_trained_again()
    {
        await RunAsync();
        var bundle = _folder.Run().Workspace.Bundle;
        Directory.Move(bundle, bundle + ".old");
        Directory.CreateDirectory(bundle + ".new");

        (await RunAsync()).Skipped.ShouldBeTrue();

        ModelBundle.Open(bundle).Digest.ShouldBe(Last().Candidate.ShouldNotBeNull());
        _folder.Entries().ShouldNotContain(entry => entry.Contains(".old") || entry.Contains(".new"));
    }

    private static double[] Numbers(Table features) => ((NumericColumn)features["x"]).Values.ToArray();

    public void Dispose() => _folder.Dispose();

    private async Task<StepReport> RunAsync(CancellationToken? cancellation = null)
    {
        _folder.Leave(StepNames.ValidateData);
        return await new StepRunner(_clock, _reporter).RunAsync(
            new TrainStep(_clock, new FixedProvenance(_provenance)), _folder.Run(), cancellation ?? TestContext.Current.CancellationToken);
    }

    private StepEvidence Last() => _folder.Evidence.Read(StepNames.Train).ShouldNotBeNull();
}
