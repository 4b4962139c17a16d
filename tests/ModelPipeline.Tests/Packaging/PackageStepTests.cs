using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Packaging;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Cards;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Tests.Serving;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Packaging;

public sealed class PackageStepTests : IAsyncLifetime
{
    private static readonly ModelSignature Signature = new(ModelTask.BinaryClassification, [new FeatureSignature("x", ColumnType.Numeric, [])], ["probability"], ["no", "yes"]);

    private readonly PipelineFolder _folder = new();
    private readonly FakeImageBuilder _images = new();
    private readonly FakeContainers _containers = new();
    private FakeService _service = null!;

    private Digest Candidate => BundleDigest.Of(_folder.Run().Workspace.Bundle);

    public async ValueTask InitializeAsync()
    {
        var scorer = new FakeScorer(Signature, Score);
        var rows = new Table([new NumericColumn("x", [1, double.NaN, 1e-300])]);
        ModelBundle.Write(
            _folder.Run().Workspace.Bundle, new FakeModel(scorer), Manifests.Full with { Signature = Signature },
            folder => GoldenRows.Write(folder, rows, scorer.Score(rows, CancellationToken.None)));
        _folder.Leave(StepNames.Train, change: evidence => evidence with { Candidate = Candidate });
        await ServeAsync(Answer);
    }

    public async ValueTask DisposeAsync()
    {
        await _service.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_image_that_answers_in_a_container_as_the_bundle_does_passes()
    {
        var evidence = await RunAsync();

        evidence.Checks.Select(check => (check.Name, check.Status)).ShouldBe(
            [("image", Status.Passed), ("bundle", Status.Passed), ("golden_rows", Status.Passed), ("container", Status.Passed)]);
        evidence.Status.ShouldBe(Status.Passed);
        evidence.Candidate.ShouldBe(Candidate);
        evidence.Facts["image"].ShouldBe($"{Digest.Of($"manifest {Candidate}")}");
        evidence.Facts["tried_in"].ShouldBe("a container of Fake 1.0");
        evidence.Measures.Keys.ShouldBe(["cold_start_ms", "compressed_mb", "golden_rows", "largest_difference", "layer_mb.model", "layer_mb.runtime", "memory_mb", "unpacked_mb"]);
        evidence.Measures["compressed_mb"].Value.ShouldBe(16);
        evidence.Measures["golden_rows"].Value.ShouldBe(3);
        File.ReadAllText(_folder.Run().Workspace.Dockerfile).ShouldBe("FROM scratch\n");
        _service.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task The_image_is_asked_for_as_the_spec_says()
    {
        _folder.Engine = new FakeEngine { StartsPrograms = true, NativeLibraries = ["libgomp.so.1"] };
        _folder.Spec = _folder.Spec with { Package = new PackageSpec { Image = "acme/churn", Base = "./base.tar" }, Load = new LoadSpec { MemoryMb = 64, Cpus = 0.5 } };
        _folder.Leave(StepNames.Train, change: evidence => evidence with { Candidate = Candidate });

        await RunAsync();

        var request = _images.Requests.ShouldHaveSingleItem();
        request.Name.ShouldBe("acme/churn");
        request.Base.ShouldBe(Path.Combine(_folder.Spec.Folder, "base.tar"));
        request.NativeLibraries.ShouldBe(["libgomp.so.1"]);
        request.LockFile.ShouldBe(Path.Combine(_folder.Spec.Folder, "image.lock"));
        _containers.Limits.ShouldBe([new ContainerLimits(64 << 20, 0.5)]);
    }

    [Fact]
    public void A_challenger_pins_a_base_of_its_own() =>
        PackagePlan.LockFile(_folder.Spec with { Challenger = new ChallengerSpec("trees", null, ["package"]) })
            .ShouldBe(Path.Combine(_folder.Spec.Folder, "challengers/trees.lock"));

    [Fact]
    public async Task A_model_that_starts_programs_is_refused_where_the_image_has_none()
    {
        _folder.Engine = new FakeEngine { StartsPrograms = true };

        var report = await StepAsync();

        report.Status.ShouldBe(Status.Error);
        report.IsInputFault.ShouldBeTrue();
        report.Reason.ShouldBe("Models of engine 'fake' start programs, and an image from scratch has none: set package.base in model.yaml to an image that has the programs of this model.");
        _images.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_bit_of_one_score_fails()
    {
        await ServeAsync(rows => Answer([.. rows.Select((x, row) => row == 0 ? Math.BitIncrement(x) : x)]));

        var check = Check(await RunAsync(), "golden_rows");

        check.Status.ShouldBe(Status.Failed);
        check.Reason.ShouldStartWith("2 of 3 golden rows have the bundle's scores bit for bit, the largest difference is ");
    }

    [Fact]
    public async Task A_service_with_another_bundle_fails()
    {
        await ServeAsync(Answer, Digest.Of("other"));

        Check(await RunAsync(), "bundle").ShouldBe(new Check { Name = "bundle", Status = Status.Failed, Reason = $"the service answers with {Digest.Of("other")}, the candidate is {Candidate}" });
    }

    [Theory]
    [InlineData(500, "{}", "The scoring service answered 500: {}")]
    [InlineData(200, "{\"predictions\":[]}", "The scoring service answered 0 rows, 3 were asked for.")]
    [InlineData(200, "{\"predictions\":[{},{},{}]}", "The scoring service's answer has a row without the number 'probability'.")]
    [InlineData(200, "{\"predictions\":[{\"probability\":\"NaN\"},{},{}]}", "The scoring service's answer has a row without the number 'probability'.")]
    [InlineData(200, "[]", "The scoring service's answer has no 'predictions'.")]
    [InlineData(200, "<html>", "The scoring service gave no answer")]
    public async Task An_answer_that_is_none_is_an_error(int status, string json, string reason)
    {
        await ServeAsync(_ => (status, json));

        var evidence = await RunAsync();

        evidence.Status.ShouldBe(Status.Error);
        Check(evidence, "service").Reason.ShouldStartWith(reason);
        _service.IsDisposed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_service_that_ends_before_it_is_ready_is_an_error_with_its_last_words()
    {
        await ServeAsync(Answer, readyAfter: int.MaxValue);
        _service.End = "it ended with exit code 139";

        Check(await RunAsync(), "service").Reason.ShouldBe("The scoring service in a container of Fake 1.0 is not ready: it ended with exit code 139");
    }

    [Fact]
    public async Task An_engine_that_refuses_is_an_error()
    {
        _containers.Start = () => throw new IOException("no space left on device");

        Check(await RunAsync(), "service").ShouldBe(new Check { Name = "service", Status = Status.Error, Reason = "no space left on device" });
    }

    [Fact]
    public async Task An_unsound_image_fails()
    {
        _images.Faults = ["the layer a is missing", "the user is root"];

        Check(await RunAsync(), "image").Reason.ShouldBe("the layer a is missing; the user is root");
    }

    [Fact]
    public async Task What_ran_in_a_container_is_skipped_until_the_image_is_gone()
    {
        await RunAsync();
        (await StepAsync()).Skipped.ShouldBeTrue();

        File.Delete(_folder.Run().Workspace.Image);
        await ServeAsync(Answer);

        (await StepAsync()).Skipped.ShouldBeFalse();
    }

    [Fact]
    public async Task An_image_that_was_changed_is_made_and_tried_again()
    {
        await RunAsync();
        File.AppendAllText(_folder.Run().Workspace.Image, "x");
        await ServeAsync(Answer);

        (await StepAsync()).Skipped.ShouldBeFalse();
    }

    [Fact]
    public async Task Other_libraries_of_the_machine_make_another_image()
    {
        await RunAsync();
        _images.Surroundings = "patched";
        await ServeAsync(Answer);

        (await StepAsync()).Skipped.ShouldBeFalse();
    }

    private static double Score(double x) => double.IsNaN(x) ? 0.25 : x / 3;

    private static (int Status, string Json) Answer(double[] rows) =>
        (200, $"{{\"predictions\":[{string.Join(',', rows.Select(x => FormattableString.Invariant($"{{\"probability\":{Score(x):R},\"label\":\"no\"}}")))}]}}");

    private static Check Check(StepEvidence evidence, string name) => evidence.Checks.Single(check => check.Name == name);

    private async Task ServeAsync(Func<double[], (int Status, string Json)> answer, Digest? digest = null, int readyAfter = 2)
    {
        if (_service is not null)
            await _service.DisposeAsync();
        _service = await FakeService.StartAsync($"{{\"digest\":\"{digest ?? Candidate}\"}}", answer, readyAfter);
        _containers.Start = () => _service;
    }

    private async Task<StepReport> StepAsync() =>
        await new StepRunner(TimeProvider.System, new RecordingReporter()).RunAsync(new PackageStep(_images, _containers, new FakeRenderer(), TimeProvider.System), _folder.Run(), TestContext.Current.CancellationToken);

    private async Task<StepEvidence> RunAsync()
    {
        await StepAsync();
        return _folder.Evidence.Read(StepNames.Package).ShouldNotBeNull();
    }
}
