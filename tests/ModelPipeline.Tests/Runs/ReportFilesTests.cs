using System.Text;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;

namespace ModelPipeline.Tests.Runs;

public sealed class ReportFilesTests : IDisposable
{
    private readonly PipelineFolder _folder = new();
    private readonly RecordingReporter _reporter = new();
    private readonly FakeStep _step = new();

    [Fact]
    public async Task Reports_are_written_and_the_evidence_has_their_digests_beside_the_steps_own_facts()
    {
        Make(("gates.csv", "a,b\n"), ("calibration.svg", "<svg/>"));

        await RunAsync();

        Reports().ShouldBe(["calibration.svg", "gates.csv"]);
        File.ReadAllText(Report("gates.csv")).ShouldBe("a,b\n");
        Last().Facts.ShouldBe(new Dictionary<string, string>
        {
            ["engine"] = "fake",
            ["report.calibration.svg"] = $"{Digest.Of("<svg/>")}",
            ["report.gates.csv"] = $"{Digest.Of("a,b\n")}",
        }, ignoreOrder: true);
    }

    [Fact]
    public async Task Reports_that_a_later_run_does_not_make_are_removed_and_those_of_other_steps_stay()
    {
        Make(("gates.csv", "1"), ("calibration.svg", "1"));
        await RunAsync();
        var other = new FakeStep(StepNames.Train) { Work = () => Outcome(("training.csv", "1")) };
        await RunAsync(other);
        _folder.Force = true;
        Make(("gates.csv", "2"));

        await RunAsync();

        Reports().ShouldBe(["gates.csv", "training.csv"]);
        File.ReadAllText(Report("gates.csv")).ShouldBe("2");
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("gone")]
    [InlineData("same")]
    public async Task A_step_runs_again_where_a_report_of_it_is_not_as_it_was(string what)
    {
        Make(("gates.csv", "1"));
        await RunAsync();
        if (what == "changed")
            File.WriteAllText(Report("gates.csv"), "Trust me.");
        else if (what == "gone")
            File.Delete(Report("gates.csv"));

        (await RunAsync()).Skipped.ShouldBe(what == "same");

        File.ReadAllText(Report("gates.csv")).ShouldBe("1");
    }

    [Fact]
    public async Task Reports_are_there_before_the_evidence_that_speaks_of_them()
    {
        Make(("gates.csv", "1"));
        Directory.CreateDirectory(Report("gates.csv"));

        var report = await RunAsync();

        report.Status.ShouldBe(Status.Error);
        Last().Facts.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../evil.csv")]
    [InlineData("a/b.csv")]
    [InlineData("a\\b.csv")]
    [InlineData("/evil.csv")]
    [InlineData("C:evil.csv")]
    [InlineData(".hidden")]
    [InlineData("a b.csv")]
    [InlineData("é.csv")]
    [InlineData("MODEL_CARD.md")]
    public async Task A_name_that_is_not_plain_is_a_bug_and_nothing_is_written(string name)
    {
        Make(("gates.csv", "1"), (name, "evil"));

        var report = await RunAsync();

        report.ShouldBe(new StepReport("churn", StepNames.Evaluate, Status.Error, report.Reason));
        report.Reason.ShouldStartWith($"{QuotedText.Of(name)} is not a plain file name.");
        Reports().ShouldBeEmpty();
    }

    [Fact]
    public async Task Evidence_that_someone_edited_removes_nothing_outside_of_the_reports()
    {
        Make(("gates.csv", "1"));
        await RunAsync();
        var evidence = Last();
        _folder.Evidence.Write(evidence with { Facts = new Dictionary<string, string> { ["report.../evidence/evaluate.json"] = "", ["report..."] = "" } });

        ReportFiles.Of(Last()).ShouldBeEmpty();
        ReportFiles.Remove(_folder.Run().Workspace, StepNames.Evaluate);

        _folder.Evidence.Read(StepNames.Evaluate).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_step_that_breaks_leaves_no_report_of_an_earlier_run()
    {
        Make(("gates.csv", "1"));
        await RunAsync();
        _folder.Force = true;
        _step.Work = () => throw new InvalidOperationException("bug");

        await RunAsync();

        Reports().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_report_that_cannot_be_written_leaves_none_of_the_others()
    {
        Make(("a.csv", "1"), ("b.csv", "1"));
        Directory.CreateDirectory(Report("b.csv"));

        (await RunAsync()).Status.ShouldBe(Status.Error);

        Reports().ShouldBeEmpty();
    }

    [Fact]
    public async Task Reports_whose_evidence_cannot_be_written_are_removed()
    {
        Make(("gates.csv", "1"));
        Directory.CreateDirectory(_folder.Evidence.PathOf(StepNames.Evaluate));

        (await RunAsync()).Status.ShouldBe(Status.Error);

        Reports().ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    private void Make(params (string Name, string Text)[] reports) => _step.Work = () => Outcome(reports);

    private static StepOutcome Outcome(params (string Name, string Text)[] reports) => FakeStep.Outcome(FakeStep.Check(Status.Passed)) with
    {
        Facts = new Dictionary<string, string> { ["engine"] = "fake" },
        Reports = reports.ToDictionary(report => report.Name, report => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(report.Text)),
    };

    private string Report(string name) => Path.Combine(_folder.Run().Workspace.Reports, name);

    private string[] Reports() => Directory.Exists(Report("")) ? [.. Directory.GetFiles(Report("")).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];

    private Task<StepReport> RunAsync(FakeStep? step = null) =>
        new StepRunner(new ManualClock(), _reporter).RunAsync(step ?? _step, _folder.Run(), TestContext.Current.CancellationToken);

    private StepEvidence Last() => _folder.Evidence.Read(StepNames.Evaluate).ShouldNotBeNull();
}
