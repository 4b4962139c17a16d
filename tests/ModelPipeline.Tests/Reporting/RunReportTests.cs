using ModelPipeline.Evidence;
using ModelPipeline.Reporting;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Reporting;

public sealed class RunReportTests : IDisposable
{
    private readonly PipelineFolder _folder = new();

    [Fact]
    public void A_model_tells_the_evidence_of_the_steps_that_ran_and_what_did_not_pass_worst_first()
    {
        Check[] checks =
        [
            Of("shown", Status.Error) with { Required = false },
            Of("good", Status.Passed),
            Of("auc.threshold", Status.Failed),
            Of("undecided", Status.Error),
            Of("first", Status.NoBaseline),
        ];
        _folder.Leave(StepNames.Evaluate, Status.Error, evidence => evidence with { Checks = checks });
        _folder.Leave(StepNames.LoadTest);

        var model = Of(new StepReport("churn", StepNames.Evaluate, Status.Error, "undecided")).Models.Single();

        model.Evidence.Select(evidence => evidence.Step).ShouldBe([StepNames.Evaluate]);
        model.SpecFile.ShouldBe("models/churn/model.yaml");
        model.Failing.Select(failing => failing.Check.Name).ShouldBe(["undecided", "auc.threshold", "shown"]);
        model.Failing.ShouldAllBe(failing => failing.File == "models/churn/model.yaml" && failing.Line == 1);
    }

    [Fact]
    public void A_model_and_its_challenger_are_two_with_evidence_of_their_own()
    {
        _folder.Leave(StepNames.Evaluate, Status.Passed);
        var model = Run();
        _folder.Spec = _folder.Spec with { Challenger = new ChallengerSpec("trees", null, ["train"]) };
        _folder.Leave(StepNames.Evaluate, Status.Failed);
        var challenger = Run();

        var report = RunReport.Of(
            [model, challenger],
            [new StepReport("churn", StepNames.Evaluate, Status.Passed, ""), new StepReport("churn/trees", StepNames.Evaluate, Status.Failed, "")], [], 3, ".pipeline");

        report.Headline.ShouldBe("1 of 2 models passed");
        report.Models.Select(each => (each.Name, each.SpecFile, each.Evidence.Single().Status)).ShouldBe(
        [
            ("churn", "models/churn/model.yaml", Status.Passed),
            ("churn/trees", "models/churn/challengers/trees.yaml", Status.Failed),
        ]);
    }

    [Fact]
    public void Evidence_that_is_not_of_what_was_reported_says_nothing()
    {
        _folder.Leave(StepNames.Evaluate);
        _folder.Corrupt(StepNames.Train);

        var model = Of(
            new StepReport("churn", StepNames.Evaluate, Status.Error, "the evidence of it cannot be written"),
            new StepReport("churn", StepNames.Train, Status.Error, "broke")).Models.Single();

        model.Evidence.ShouldBeEmpty();
        model.Failing.Select(failing => (failing.Step, failing.Check.Name, failing.Check.Reason)).ShouldBe(
            [(StepNames.Evaluate, "completed", "the evidence of it cannot be written"), (StepNames.Train, "completed", "broke")]);
    }

    [Fact]
    public void What_is_no_model_is_told_by_its_verdict()
    {
        var report = RunReport.Of([], [new StepReport("http://localhost/", "load-test", Status.Passed, "fine")], [], 0, ".pipeline");

        report.Headline.ShouldBe("1 of 1 model passed");
        report.Models.Single().SpecFile.ShouldBeNull();
    }

    [Theory]
    [InlineData("models/churn/model.yaml", "churn", "models/churn/model.yaml")]
    [InlineData("../elsewhere/churn/model.yaml", "churn", null)]
    [InlineData("/elsewhere/churn/model.yaml", "churn", null)]
    [InlineData("models/churn/challengers/trees.yaml", "churn/trees", "models/churn/challengers/trees.yaml")]
    public void A_spec_at_fault_is_a_model_that_did_not_pass(string file, string name, string? specFile)
    {
        var report = RunReport.Of([], [], [new(file, 8, 3, "unknown key"), new(file, 9, 1, "no number")], ExitCodes.BadInput, "");

        report.Headline.ShouldBe("0 of 1 model passed");
        report.Verdict.ShouldBe("bad-input");
        var model = report.Models.Single();
        (model.Name, model.SpecFile, model.ExitCode).ShouldBe((name, specFile, ExitCodes.BadInput));
        model.Failing.Select(failing => (failing.File, failing.Line, failing.Check.Reason)).ShouldBe([(specFile, 8, "unknown key"), (specFile, 9, "no number")]);
    }

    [Theory]
    [InlineData(0, "passed")]
    [InlineData(1, "error")]
    [InlineData(2, "bad-input")]
    [InlineData(3, "failed")]
    [InlineData(4, "pending")]
    [InlineData(130, "interrupted")]
    [InlineData(99, "error")]
    public void An_exit_code_has_a_word(int exitCode, string word) => Reported.Run(exitCode).Verdict.ShouldBe(word);

    public void Dispose() => _folder.Dispose();

    private RunReport Of(params StepReport[] steps) => RunReport.Of([Run()], steps, [], 1, ".pipeline");

    private ModelRun Run() => new(
        _folder.Spec, new EngineCatalog([_folder.Engine]), new RunOptions { Workspace = _folder.Workspace, Repository = Path.GetDirectoryName(_folder.Workspace)! }, _folder.Tool, null, null);

    private static Check Of(string name, Status status) => new() { Name = name, Status = status, Reason = "because" };
}
