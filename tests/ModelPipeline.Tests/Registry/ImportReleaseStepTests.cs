using System.Text.Json;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Releasing;
using ModelPipeline.Tests.Runs;

namespace ModelPipeline.Tests.Registry;

public sealed class ImportReleaseStepTests : IDisposable
{
    private readonly JudgedCandidate _judged = new();

    public ImportReleaseStepTests()
    {
        var csv = Path.Combine(_judged.Workspace.Reports, "gates.csv");
        File.WriteAllText(csv, "a,b\n");
        _judged.BeFirst();
        _judged.Leave(StepNames.DifferentialTest, Status.NoBaseline, evidence => evidence with
        {
            Facts = new Dictionary<string, string> { ["report.gates.csv"] = $"{Digest.OfFile(csv)}" },
        });
    }

    private string Model => _judged.Folder.Spec.Folder;

    private string Release(string path = "") => Path.Combine(Model, "releases", "1.0.0", path);

    [Fact]
    public async Task The_release_has_the_bundle_the_card_the_reports_and_the_evidence()
    {
        File.WriteAllText(Path.Combine(_judged.Workspace.Reports, "notes.txt"), "of nobody");

        var report = await RunAsync();

        report.ShouldBe(new StepReport("churn", StepNames.ImportRelease, Status.Passed, "version 1.0.0 in releases/1.0.0: commit it"));
        Files().ShouldBe(
        [
            "MODEL_CARD.md", "bundle.zip", "evidence/benchmark-test.json", "evidence/differential-test.json", "evidence/evaluate.json",
            "evidence/load-test.json", "evidence/model-card.json", "evidence/package.json", "evidence/train.json", "evidence/validate-data.json", "gates.csv", "release.json",
        ]);
        foreach (var step in StepNames.Required)
            File.ReadAllBytes(Release($"evidence/{step}.json")).ShouldBe(File.ReadAllBytes(_judged.Workspace.Evidence.PathOf(step)));
        File.ReadAllText(Release("gates.csv")).ShouldBe("a,b\n");
    }

    [Fact]
    public async Task The_release_says_what_it_is_and_names_its_files_with_their_digests()
    {
        await RunAsync();

        using var json = JsonDocument.Parse(File.ReadAllBytes(Release("release.json")));
        var root = json.RootElement;
        string Text(string name) => root.GetProperty(name).GetString()!;
        (Text("schema"), Text("model"), Text("version"), Text("origin"), Text("tool"), Text("released"))
            .ShouldBe(("modelpipeline/release/v1", "churn", "1.0.0", "imported", "0.1.0", "2026-03-01T12:00:00Z"));
        (Text("bundle"), Text("data"), Text("spec")).ShouldBe(($"{_judged.Candidate}", $"{_judged.Folder.Run().DataDigest}", $"{_judged.Folder.Spec.Digest}"));
        root.GetProperty("files").EnumerateObject().Select(file => $"{file.Name} {file.Value}")
            .ShouldBe(Files().Where(file => file != "release.json").Select(file => $"{file} {Digest.OfFile(Release(file))}"));
    }

    [Fact]
    public async Task The_card_ends_with_the_release()
    {
        await RunAsync();

        File.ReadAllText(Release("MODEL_CARD.md")).ShouldBe("# churn\n\n## Release\n\n- version: 1.0.0\n- origin: imported\n- date: 2026-03-01 12:00:00 UTC\n");
    }

    [Fact]
    public async Task The_release_is_the_next_runs_champion_and_its_bundle_opens()
    {
        await RunAsync();

        var champion = ReleaseCatalog.Champion(Model).ShouldNotBeNull();
        champion.Digest.ShouldBe(_judged.Candidate);
        BaselineBundle.Of(champion).Open(_judged.Folder["unpacked"]).Digest.ShouldBe(_judged.Candidate);
    }

    [Fact]
    public async Task The_version_may_be_named()
    {
        _judged.Folder.ReleaseVersion = new SemanticVersion(2, 3, 4);

        (await RunAsync()).Reason.ShouldBe("version 2.3.4 in releases/2.3.4: commit it");

        ReleaseCatalog.Champion(Model).ShouldNotBeNull().Version.ShouldBe(new SemanticVersion(2, 3, 4));
    }

    [Fact]
    public async Task A_model_that_has_a_release_gets_no_second_one()
    {
        await RunAsync();
        var before = Files();
        _judged.Folder.ReleaseVersion = new SemanticVersion(2, 0, 0);

        var report = await RunAsync();

        report.ShouldBe(new StepReport(
            "churn", StepNames.ImportRelease, Status.Error, "churn has a release already (1.0.0): only a model's very first one is imported.", IsInputFault: true));
        Directory.GetDirectories(Path.Combine(Model, "releases")).ShouldHaveSingleItem();
        Files().ShouldBe(before);
    }

    [Fact]
    public async Task A_model_that_may_not_be_released_without_a_champion_is_refused()
    {
        _judged.Release = new ReleaseSpec { First = false };

        await ShouldBeRefusedAsync("churn may not be released without a champion: set release.first: true in its model.yaml");
    }

    [Theory]
    [InlineData(StepNames.ValidateData)]
    [InlineData(StepNames.Evaluate)]
    [InlineData(StepNames.BenchmarkTest)]
    public async Task Evidence_that_did_not_pass_or_is_of_other_inputs_is_refused(string step)
    {
        _judged.Leave(step, Status.Failed);
        await ShouldBeRefusedAsync($"churn cannot be released: {step}: {step} said so");

        _judged.Leave(step, change: evidence => evidence with { Inputs = evidence.Inputs with { Data = Digest.Of("other") } });
        await ShouldBeRefusedAsync($"{step} judged another data file");

        _judged.Folder.Corrupt(step);
        await ShouldBeRefusedAsync($"{step} left evidence that cannot be read");
    }

    [Fact]
    public async Task Another_bundle_than_the_judged_one_is_refused()
    {
        File.AppendAllText(Path.Combine(_judged.Workspace.Bundle, "fake.bin"), "!");

        await ShouldBeRefusedAsync("the bundle is sha256:");
    }

    [Theory]
    [InlineData("gates.csv", "reports of differential-test were changed or removed since")]
    [InlineData("MODEL_CARD.md", "the model card was changed after it was rendered")]
    public async Task A_card_or_report_that_someone_edited_is_refused(string file, string reason)
    {
        File.AppendAllText(Path.Combine(_judged.Workspace.Reports, file), "Trust me.");

        await ShouldBeRefusedAsync(reason);
    }

    [Fact]
    public async Task A_bundle_too_large_for_version_control_is_refused()
    {
        var noise = new byte[(1 << 20) + 1];
        new Random(7).NextBytes(noise);
        File.WriteAllBytes(Path.Combine(_judged.Workspace.Bundle, "fake.bin"), noise);
        foreach (var step in StepNames.Required)
            _judged.Leave(step);

        await ShouldBeRefusedAsync("bytes when packed, more than the 1,048,576 that a release keeps in version control");
    }

    [Fact]
    public async Task What_a_killed_run_left_is_in_nobodys_way()
    {
        Directory.CreateDirectory(Path.Combine(Model, "releases", "1.0.0.new"));
        File.WriteAllText(Path.Combine(Model, "releases", "1.0.0.new", "bundle.zip"), "half");

        (await RunAsync()).Status.ShouldBe(Status.Passed);

        Directory.GetDirectories(Path.Combine(Model, "releases")).ShouldBe([Path.Combine(Model, "releases", "1.0.0")]);
    }

    [Fact]
    public void Nothing_of_a_first_release_is_objected_to() => ImportReleaseStep.Objection(_judged.Folder.Spec).ShouldBeNull();

    public void Dispose() => _judged.Dispose();

    private string[] Files() =>
    [
        .. Directory.GetFiles(Release(), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Release(), file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal),
    ];

    private async Task ShouldBeRefusedAsync(string reason)
    {
        var report = await RunAsync();

        report.Status.ShouldBe(Status.Error);
        report.IsInputFault.ShouldBeTrue();
        report.Reason.ShouldContain(reason);
        ReleaseCatalog.Read(Model).ShouldBeEmpty();
    }

    private Task<StepReport> RunAsync() =>
        new StepRunner(new ManualClock(), new RecordingReporter()).RunAsync(new ImportReleaseStep(new ManualClock()), _judged.Folder.Run(), TestContext.Current.CancellationToken);
}
