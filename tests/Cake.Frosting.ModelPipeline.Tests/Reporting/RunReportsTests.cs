using System.Xml.Linq;
using Cake.Frosting.ModelPipeline.Hosting;
using Cake.Frosting.ModelPipeline.Reporting;
using ModelPipeline;
using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using Spectre.Console;
using Status = ModelPipeline.Evidence.Status;

namespace Cake.Frosting.ModelPipeline.Tests.Reporting;

public sealed class RunReportsTests : IDisposable
{
    private static readonly EventPayload Event = new(12, Given.Head, null);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("modelpipeline-tests-");
    private readonly StringWriter _console = new() { NewLine = "\n" };
    private readonly PipelineSession _session;
    private readonly FakeHost _host = new();

    public RunReportsTests()
    {
        _session = new PipelineSession(
            AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_console) }), TimeProvider.System, TestContext.Current.CancellationToken)
        {
            Folder = _folder.FullName,
        };
    }

    private RunnerEnvironment Actions => new() { IsActions = true, SummaryFile = PathOf("summary.md"), OutputFile = PathOf("output"), RunId = "42" };

    [Fact]
    public async Task A_run_leaves_a_report_for_people_and_the_checks_for_machines()
    {
        Verify();

        await WriteAsync(new RunnerEnvironment());

        Text("reports/report.md").ShouldStartWith("## ModelPipeline: 0 of 1 model passed\n");
        XDocument.Load(PathOf("reports/junit.xml")).Root!.Name.ShouldBe("testsuites");
        _console.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task In_actions_it_fills_the_summary_the_outputs_and_annotations_and_tells_the_pull_request()
    {
        Verify();

        await WriteAsync(Actions);

        Text("summary.md").ShouldContain("### What did not pass");
        Text("output").ShouldContain("\nfailed\n");
        Text("output").ShouldContain($"\n{PathOf("reports/junit.xml")}\n");
        _console.ToString().ShouldContain("::error title=churn evaluate%3A completed::auc is too low\n");
        _host.Comments.Single().Body.ShouldStartWith("<!-- modelpipeline:verify -->\n## ModelPipeline: 0 of 1 model passed\n");
        _host.Comments.Single().Body.ShouldContain("https://github.com/acme/models/actions/runs/42");
        _host.Checks.Single().Summary.ShouldContain("auc is too low");
    }

    [Fact]
    public async Task Models_that_were_asked_for_by_name_have_a_comment_of_their_own()
    {
        Verify();
        _session.Selected = ["penguins", "churn"];

        await WriteAsync(Actions);

        _host.Comments.Single().Marker.ShouldBe("<!-- modelpipeline:verify churn penguins -->");
    }

    [Fact]
    public async Task A_spec_at_fault_is_told_where_it_stands()
    {
        _session.SpecFaults = [new SpecFault("models/churn/model.yaml", 8, 3, "unknown key 'treshold'")];
        _session.Folder = null;

        await WriteAsync(Actions, ExitCodes.BadInput);

        _console.ToString().ShouldContain("::error file=models/churn/model.yaml,line=8,title=churn spec%3A line 8%3A3::unknown key 'treshold'\n");
        _host.Checks.Single().Annotations.Single().Line.ShouldBe(8);
        Text("summary.md").ShouldContain("unknown key 'treshold'");
    }

    [Fact]
    public async Task What_is_in_the_way_of_one_report_is_told_and_leaves_the_others()
    {
        Verify();

        await WriteAsync(Actions with { SummaryFile = PathOf("nowhere/summary.md") });

        _console.ToString().ShouldContain("The job summary was not written: ");
        Text("output").ShouldContain("\nfailed\n");
        _host.Comments.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_fault_that_nobody_foresaw_is_told_with_its_kind_and_leaves_verdict_and_other_reports()
    {
        Verify();
        _host.Telling = () => throw new NotSupportedException("no such thing");

        await new RunReports(_session, new BrokenRenderer(), Actions).WriteAsync(ExitCodes.GateFailed, Event);
        await WriteAsync(Actions);

        _console.ToString().ShouldContain("The report was not written: FormatException: a broken template\n");
        _console.ToString().ShouldContain("The job summary was not written: FormatException: a broken template\n");
        _console.ToString().ShouldContain("The pull request was not told everything: NotSupportedException: no such thing\n");
        File.Exists(PathOf("reports/junit.xml")).ShouldBeTrue();
        Text("output").ShouldContain("\nfailed\n");
    }

    [Fact]
    public async Task A_run_that_was_stopped_tells_the_pull_request_nothing()
    {
        Verify();

        await WriteAsync(Actions, ExitCodes.Interrupted);

        Text("output").ShouldContain("\ninterrupted\n");
        _host.Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_of_nothing_reports_nothing()
    {
        await WriteAsync(Actions);

        _folder.EnumerateFileSystemInfos().ShouldBeEmpty();
        _host.Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_summary_too_long_for_GitHub_is_cut_to_what_the_file_has_room_for()
    {
        _session.Add(new StepReport("churn", StepNames.Evaluate, Status.Failed, string.Concat(Enumerable.Repeat("é and more ", 20_000))));
        File.WriteAllText(PathOf("summary.md"), new string('x', JobSummary.MostBytes - 3000));

        await WriteAsync(Actions);

        new FileInfo(PathOf("summary.md")).Length.ShouldBeLessThanOrEqualTo(JobSummary.MostBytes);
        Text("summary.md").ShouldEndWith("in the run's workspace.**\n");
    }

    public void Dispose()
    {
        _session.Dispose();
        _console.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Verify()
    {
        foreach (var step in StepNames.Required)
            _session.Add(new StepReport("churn", step, step == StepNames.Evaluate ? Status.Failed : Status.Passed, step == StepNames.Evaluate ? "auc is too low" : "fine"));
    }

    private Task WriteAsync(RunnerEnvironment environment, int exitCode = ExitCodes.GateFailed)
    {
        _session.UseHost(_ => _host);
        return new RunReports(_session, new ScribanDocumentRenderer("no-such-folder"), environment).WriteAsync(exitCode, environment.IsActions ? Event : EventPayload.None);
    }

    private sealed class BrokenRenderer : IDocumentRenderer
    {
        public string Render(string template, object document, CancellationToken cancellation) => throw new FormatException("a broken template");

        public Digest Identity(string template) => Digest.Of(template);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);

    private string Text(string name) => File.ReadAllText(PathOf(name));
}
