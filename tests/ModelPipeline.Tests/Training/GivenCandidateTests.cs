using ModelPipeline.Data;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Training;

public sealed class GivenCandidateTests : IDisposable
{
    private readonly PipelineFolder _folder = new();
    private readonly ManualClock _clock = new();

    private ModelWorkspace Workspace => _folder.Run().Workspace;

    private string Given => _folder["given"];

    [Fact]
    public async Task The_given_bundle_is_the_candidate_and_nothing_is_trained()
    {
        var given = await GiveAsync();
        _folder.Engine = new FakeEngine();

        var report = await RunAsync();

        report.ShouldBe(new StepReport("churn", StepNames.Train, Status.Passed, $"given bundle {given.Digest.Short}: guess on {given.Manifest.Data.TrainRows} rows"));
        _folder.Engine.Requests.ShouldBeEmpty();
        _folder.Run().OpenCandidate().Digest.ShouldBe(given.Digest);
        var evidence = Last();
        evidence.Candidate.ShouldBe(given.Digest);
        evidence.Facts["origin"].ShouldBe("given bundle");
        (evidence.Facts["engine"], evidence.Facts["trainer"], evidence.Facts["parameter.rounds"]).ShouldBe(("fake", "guess", "3"));
        evidence.Facts.Keys.ShouldNotContain(fact => fact.StartsWith("provenance."));
        evidence.Measures["train_rows"].Value.ShouldBe(given.Manifest.Data.TrainRows);
        evidence.Checks.Select(check => (check.Name, check.Status, check.Required)).ShouldBe(
            [("finite_scores", Status.Passed, true), ("golden_rows", Status.Passed, true), ("unseen_test_rows", Status.Passed, true)]);
    }

    [Fact]
    public async Task Who_trained_the_candidate_before_is_forgotten()
    {
        await GiveAsync();
        _folder.Candidate = null;
        await RunAsync();
        File.Exists(Workspace.Provenance).ShouldBeTrue();
        _folder.Candidate = Given;

        await RunAsync();

        File.Exists(Workspace.Provenance).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_bundle_is_not_taken_twice_and_another_one_or_none_is()
    {
        await GiveAsync();
        (await RunAsync()).Skipped.ShouldBeFalse();
        (await RunAsync()).Skipped.ShouldBeTrue();

        Change(manifest => manifest with { Seed = 8 });
        (await RunAsync()).Skipped.ShouldBeFalse();
        Last().Facts["seed"].ShouldBe("8");

        _folder.Candidate = null;
        (await RunAsync()).Skipped.ShouldBeFalse();
        Last().Facts.Keys.ShouldNotContain("origin");
    }

    [Fact]
    public async Task The_workspaces_own_bundle_may_be_given()
    {
        var given = await GiveAsync();
        await RunAsync();
        _folder.Candidate = Workspace.Bundle;
        _folder.Force = true;

        (await RunAsync()).Status.ShouldBe(Status.Passed);

        _folder.Run().OpenCandidate().Digest.ShouldBe(given.Digest);
    }

    public static TheoryData<string> Misfits => ["model", "engine", "task", "classes", "outputs", "feature", "type"];

    [Theory]
    [MemberData(nameof(Misfits))]
    public async Task A_bundle_that_is_none_of_this_model_is_refused_and_the_last_candidate_stays(string what)
    {
        var last = await GiveAsync();
        await RunAsync();
        var reason = Spoil(what);

        var report = await RunAsync();

        report.Status.ShouldBe(Status.Error);
        report.IsInputFault.ShouldBeTrue();
        report.Reason.ShouldBe($"The bundle in '{Given}' is none of the model churn: {reason}. Name another bundle with --candidate.");
        ModelBundle.Open(Workspace.Bundle).Digest.ShouldBe(last.Digest);
    }

    [Fact]
    public async Task A_challenger_takes_a_bundle_of_its_own_recipe_alone_and_the_model_any_of_its_engine()
    {
        await GiveAsync();
        Change(manifest => manifest with { Trainer = "other", Parameters = new TrainerParameters([new("l2", 1.0), new("rounds", 4L)]) });
        (await RunAsync()).Status.ShouldBe(Status.Passed);

        _folder.Spec = _folder.Spec with { Challenger = new ChallengerSpec("trees", null, ["train"]) };

        (await RunAsync()).Reason.ShouldContain("its trainer is 'other', the spec's 'guess'; its parameter 'rounds' is '4', the spec's '3'");
    }

    [Fact]
    public async Task Everything_that_does_not_fit_is_told_at_once()
    {
        await GiveAsync();
        Change(manifest => manifest with { Name = "fraud", Engine = "other" });

        (await RunAsync()).Reason.ShouldContain("its model is 'fraud'; its engine is 'other', the spec's 'fake'");
    }

    [Theory]
    [InlineData("nowhere", "There is no bundle in")]
    [InlineData("models", "There is no bundle in")]
    [InlineData("broken", "cannot be read")]
    public async Task A_path_without_a_bundle_is_refused(string path, string reason)
    {
        Directory.CreateDirectory(_folder["broken"]);
        await File.WriteAllTextAsync(_folder["broken/bundle.json"], "{", TestContext.Current.CancellationToken);
        _folder.Candidate = _folder[path];

        var report = await RunAsync();

        report.IsInputFault.ShouldBeTrue();
        report.Reason.ShouldContain(reason);
        report.Reason.ShouldEndWith("Name another bundle with --candidate.");
    }

    [Theory]
    [InlineData("golden.csv", null)]
    [InlineData("golden.csv", "x,output:probability\n")]
    [InlineData("golden.csv", "y,output:probability\n1,0.5\n")]
    [InlineData("golden.csv", "x,output:probability\none,0.5\n")]
    [InlineData("golden.csv", "x,output:probability\n1\n")]
    public async Task A_bundle_without_golden_rows_is_refused(string file, string? text)
    {
        await GiveAsync();
        File.Delete(Path.Combine(Given, file));
        if (text is not null)
            File.WriteAllText(Path.Combine(Given, file), text);

        var report = await RunAsync();

        report.IsInputFault.ShouldBeTrue();
        report.Reason.ShouldStartWith($"The bundle in '{Given}' cannot be used: ");
        Directory.Exists(Workspace.Bundle).ShouldBeFalse();
    }

    [Fact]
    public async Task A_bundle_that_its_engine_cannot_load_is_refused()
    {
        await GiveAsync();
        _folder.Engine.Loading = () => throw new InvalidDataException("fake.bin is no model");

        (await RunAsync()).ShouldBe(new StepReport(
            "churn", StepNames.Train, Status.Error, $"The bundle in '{Given}' cannot be used: fake.bin is no model. Name another bundle with --candidate.", IsInputFault: true));
    }

    [Fact]
    public async Task A_bundle_that_scores_otherwise_than_when_it_was_trained_fails()
    {
        await GiveAsync();
        _folder.Engine.Loaded = x => _folder.Engine.Scoring(0, x) + (x < 10 ? 1e-6 : 0);

        (await RunAsync()).Status.ShouldBe(Status.Failed);

        Last().Checks.Single(check => check.Status != Status.Passed).Name.ShouldBe("golden_rows");
        Last().Candidate.ShouldNotBeNull();
    }

    [Fact]
    public async Task The_last_bits_of_another_processor_are_no_difference()
    {
        await GiveAsync();
        _folder.Engine.Loaded = x => Math.BitIncrement(_folder.Engine.Scoring(0, x));

        (await RunAsync()).Status.ShouldBe(Status.Passed);
    }

    [Fact]
    public async Task A_score_that_is_no_number_fails()
    {
        await GiveAsync();
        _folder.Engine.Loaded = _ => double.NaN;

        (await RunAsync()).Status.ShouldBe(Status.Failed);

        Last().Checks.Where(check => check.Status == Status.Failed).Select(check => check.Name).ShouldBe(["finite_scores", "golden_rows"]);
    }

    [Fact]
    public async Task A_bundle_that_was_trained_on_test_rows_fails()
    {
        await GiveAsync();
        var data = Data();
        TrainingRows.Of(data.Rows.Features, data.Rows.Labels).Write(Given);

        var report = await RunAsync();

        report.Status.ShouldBe(Status.Failed);
        var rows = data.Split.Test.Length;
        report.Reason.ShouldBe($"the model was trained on {rows} of the {rows} test rows that were looked up: what is measured on them says nothing about new rows");
        Last().Checks.Single(check => check.Name == "unseen_test_rows").Observed.ShouldBe(rows);
    }

    [Theory]
    [InlineData(null, "nothing tells which rows the bundle was trained on: ")]
    [InlineData("", "nothing tells which rows the bundle was trained on: ")]
    public async Task A_bundle_of_which_nobody_knows_what_it_was_trained_on_cannot_be_judged(string? sketch, string reason)
    {
        await GiveAsync();
        File.Delete(Path.Combine(Given, TrainingRows.FileName));
        if (sketch is not null)
            File.WriteAllText(Path.Combine(Given, TrainingRows.FileName), sketch);

        var report = await RunAsync();

        report.Status.ShouldBe(Status.Error);
        report.IsInputFault.ShouldBeFalse();
        report.Reason.ShouldStartWith(reason);
    }

    [Fact]
    public async Task Where_no_test_row_can_be_looked_up_nothing_was_judged()
    {
        await GiveAsync();
        File.WriteAllText(Path.Combine(Given, TrainingRows.FileName), string.Concat(Enumerable.Range(0, TrainingRows.Most).Select(hash => $"{hash:x16}\n")));

        (await RunAsync()).Status.ShouldBe(Status.Error);

        Last().Checks.Single(check => check.Status == Status.Error).Reason.ShouldBe("no test row can be looked up among the rows that the model was trained on");
    }

    [Theory]
    [InlineData(0, Status.Passed)]
    [InlineData(1, Status.Failed)]
    public void An_engine_that_is_given_a_test_row_is_found_out(int leaked, Status status)
    {
        var data = Data();
        var rows = data.Split.Train.Concat(data.Split.Test.Take(leaked)).ToArray();
        var request = new TrainingRequest(data.Signature, data.Rows.Features.Select(rows), data.Rows.Labels.Select(rows), "guess", new TrainerParameters([]), 7);

        var check = TrainChecks.UnseenTestRows(request, data);

        (check.Status, check.Observed, check.Required).ShouldBe((status, leaked, true));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Trains a bundle and puts it elsewhere, to be given.</summary>
    private async Task<ModelBundle> GiveAsync()
    {
        (await RunAsync()).Status.ShouldBe(Status.Passed);
        Directory.Move(Workspace.Bundle, Given);
        Directory.Delete(_folder.Workspace, recursive: true);
        _folder.Candidate = Given;
        return ModelBundle.Open(Given);
    }

    private void Change(Func<BundleManifest, BundleManifest> change) =>
        File.WriteAllBytes(Path.Combine(Given, BundleManifest.FileName), BundleJson.Write(change(ModelBundle.Open(Given).Manifest)));

    private string Spoil(string what)
    {
        var signature = ModelBundle.Open(Given).Manifest.Signature;
        Change(manifest => what switch
        {
            "model" => manifest with { Name = "fraud\n" },
            "engine" => manifest with { Engine = "other" },
            "task" => manifest with { Signature = signature with { Task = ModelTask.Regression } },
            "classes" => manifest with { Signature = signature with { Classes = ["yes", "no"] } },
            "outputs" => manifest with { Signature = signature with { Outputs = ["score"] } },
            "feature" => manifest with { Signature = signature with { Inputs = [new FeatureSignature("id", ColumnType.Numeric, [])] } },
            _ => manifest with { Signature = signature with { Inputs = [new FeatureSignature("x", ColumnType.Categorical, ["a"])] } },
        });
        return what switch
        {
            "model" => @"its model is 'fraud\n'",
            "engine" => "its engine is 'other', the spec's 'fake'",
            "task" => "its task is regression, the spec's binary-classification",
            "classes" => "its classes are 'yes', 'no', those of the data 'no', 'yes'",
            "outputs" => "its outputs are 'score'",
            "feature" => "the data have no feature 'id'",
            _ => "the feature 'x' is numeric in the data, categorical in the bundle",
        };
    }

    private RunData Data() => _folder.Run().ReadData(TestContext.Current.CancellationToken);

    private async Task<StepReport> RunAsync()
    {
        _folder.Leave(StepNames.ValidateData);
        var provenance = new Provenance { OperatingSystem = "linux-x64", Runtime = ".NET 10", Processors = 2 };
        return await new StepRunner(_clock, new RecordingReporter()).RunAsync(
            new TrainStep(_clock, new FixedProvenance(provenance)), _folder.Run(), TestContext.Current.CancellationToken);
    }

    private StepEvidence Last() => _folder.Evidence.Read(StepNames.Train).ShouldNotBeNull();
}
