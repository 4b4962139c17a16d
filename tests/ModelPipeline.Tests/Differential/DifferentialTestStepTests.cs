using System.Globalization;
using System.Text;
using ModelPipeline.Data;
using ModelPipeline.Differential;
using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Runs;
using ModelPipeline.Tests.Runs;
using ModelPipeline.Tests.Training;
using ModelPipeline.Training;

namespace ModelPipeline.Tests.Differential;

public sealed class DifferentialTestStepTests : IDisposable
{
    private readonly PipelineFolder _folder = new();
    private readonly CancellationToken _cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_champion_there_is_nothing_to_compare_with()
    {
        await TrainAsync();

        var outcome = await new DifferentialTestStep().RunAsync(_folder.Run(), new Progress<string>(), _cancellation);

        outcome.Checks.ShouldHaveSingleItem().Status.ShouldBe(Status.NoBaseline);
    }

    [Fact]
    public async Task The_same_model_again_passes_and_is_no_news()
    {
        await ReleaseAsync();

        var outcome = await CompareAsync();

        outcome.Checks.Where(check => check.Required).ShouldAllBe(check => check.Status == Status.Passed);
        Check(outcome, "something_new").ShouldSatisfyAllConditions(check => check.Status.ShouldBe(Status.Failed), check => check.Required.ShouldBeFalse());
        Facts(outcome).ShouldContain("the data are unchanged since the champion, and so are the training rows");
    }

    [Fact]
    public async Task Rows_that_changed_are_counted_judged_and_listed()
    {
        await ReleaseAsync();
        Answers(champion: _ => 0.4, candidate: x => x < 20 ? 0.6 : 0.4);
        var rows = TestRows();
        var changed = rows.Count(x => x < 20);

        var outcome = await CompareAsync();

        Check(outcome, "changed_rows").ShouldSatisfyAllConditions(
            check => check.Status.ShouldBe(Status.Failed),
            check => check.Observed.ShouldBe((double)changed / rows.Length),
            check => check.Reason.ShouldStartWith($"{changed} of {rows.Length} rows changed by more than the tolerance"),
            check => check.Hint.ShouldNotBeNullOrEmpty());
        Check(outcome, "label_flips").Observed.ShouldBe((double)changed / rows.Length);
        Lines(outcome, DifferenceTable.FileName).Length.ShouldBe(1 + changed);
    }

    [Fact]
    public async Task Negative_flips_come_first_among_the_worst_rows()
    {
        await ReleaseAsync();
        Answers(champion: _ => 0.4, candidate: x => 0.6 + x / 1000);

        var worst = Lines(await CompareAsync(), DifferenceTable.WorstFileName);

        worst[0].ShouldBe("id,y,champion:probability,champion:class,candidate:probability,candidate:class,difference:size,difference:flip,x");
        worst.Length.ShouldBe(1 + Math.Min(TestRows().Length, DifferenceTable.Worst));
        string[] flips = [.. worst.Skip(1).Select(line => line.Split(',')[7])];
        flips.ShouldBe(flips.OrderBy(flip => flip == "negative" ? 0 : 1));
        flips.ShouldContain("negative");
        flips.ShouldContain("positive");
    }

    [Fact]
    public async Task Scores_that_are_not_finite_fail_whatever_the_limits()
    {
        _folder.Spec = _folder.Spec with { Differential = new() { Limits = new() { ChangedRows = 1, LabelFlips = 1, NegativeFlips = 1, MeanShift = 1 } } };
        await ReleaseAsync();
        Answers(champion: _ => 0.4, candidate: x => x < 20 ? double.NaN : 0.4);

        var outcome = await CompareAsync();

        Check(outcome, "finite_scores").Status.ShouldBe(Status.Failed);
        Check(outcome, "scorable").Status.ShouldBe(Status.Failed);
        Check(outcome, "mean_shift").Status.ShouldBe(Status.NotRun);
        StepEvidence.Worst(outcome.Checks).ShouldBe(Status.Failed);
        outcome.Measures.Values.ShouldAllBe(measure => double.IsFinite(measure.Value));
    }

    [Fact]
    public async Task Another_positive_class_cannot_be_compared_and_says_so()
    {
        await ReleaseAsync();
        _folder.Spec = _folder.Spec with { Digest = Digest.Of("other positive"), Data = _folder.Spec.Data with { Positive = "no" } };
        await TrainAsync();

        var outcome = await CompareAsync();

        Check(outcome, "scorable").ShouldSatisfyAllConditions(check => check.Status.ShouldBe(Status.Failed), check => check.Hint!.ShouldContain("the positive class is 'no' now"));
        Check(outcome, "changed_rows").Status.ShouldBe(Status.NotRun);
        StepEvidence.Worst(outcome.Checks).ShouldBe(Status.Failed);
    }

    [Fact]
    public async Task A_champion_of_another_engine_is_scored_by_its_own()
    {
        await ReleaseAsync();
        _folder.OtherEngines.Add(_folder.Engine);
        _folder.Engine.Loaded = _ => 0.4;
        _folder.Engine = new FakeEngine { Name = "other", Scoring = (_, _) => 0.45 };
        _folder.Spec = _folder.Spec with { Digest = Digest.Of("other engine"), Train = _folder.Spec.Train with { Engine = "other" } };
        await TrainAsync();

        var outcome = await CompareAsync();

        Check(outcome, "scorable").Status.ShouldBe(Status.Passed);
        Check(outcome, "changed_rows").Observed.ShouldBe(1, "every row moved by 0.05");
    }

    [Fact]
    public async Task A_champion_whose_engine_is_not_there_cannot_be_compared()
    {
        await ReleaseAsync();
        _folder.Engine = new FakeEngine { Name = "other" };
        _folder.Spec = _folder.Spec with { Digest = Digest.Of("other engine"), Train = _folder.Spec.Train with { Engine = "other" } };
        await TrainAsync();

        Check(await CompareAsync(), "scorable").Reason.ShouldContain("the champion is a model of engine 'fake', which is not in this build");
    }

    [Fact]
    public async Task Test_rows_that_the_candidate_was_trained_on_fail()
    {
        await ReleaseAsync();
        var data = _folder.Run().ReadData(_cancellation);
        Tamper(folder => TrainingRows.Of(data.Rows.Features, data.Rows.Labels).Write(folder));

        var outcome = await CompareAsync();

        Check(outcome, "unseen_test_rows").ShouldSatisfyAllConditions(
            check => check.Status.ShouldBe(Status.Failed), check => check.Observed.ShouldBe(TestRows().Length), check => check.Hint!.ShouldStartWith("test rows leaked"));
    }

    [Fact]
    public async Task Training_rows_that_are_not_known_are_an_error()
    {
        await ReleaseAsync();
        Tamper(folder => File.Delete(Path.Combine(folder, TrainingRows.FileName)));

        Check(await CompareAsync(), "unseen_test_rows").Status.ShouldBe(Status.Error);
    }

    [Fact]
    public async Task Another_reference_set_is_read_from_the_models_folder()
    {
        await ReleaseAsync();
        await File.WriteAllTextAsync(_folder["models/churn/other.csv"], "id,x,y\na,1,no\nb,2,yes\nc,3,no\n", _cancellation);
        _folder.Spec = _folder.Spec with { Differential = new() { Data = "other.csv" } };

        var outcome = await CompareAsync();

        outcome.Measures["reference_rows"].Value.ShouldBe(3);
        Check(outcome, "unseen_test_rows").Required.ShouldBeFalse();
    }

    [Fact]
    public async Task Keys_that_look_like_formulas_are_defused_and_numbers_stay_numbers()
    {
        var text = new StringBuilder("id,x,y\n");
        for (var row = 0; row < 40; row++)
            text.Append(CultureInfo.InvariantCulture, $"=cmd{row},{-row - 0.5},{(row % 4 == 0 ? "yes" : "no")}\n");
        await File.WriteAllTextAsync(_folder["models/churn/data.csv"], text.ToString(), _cancellation);
        await ReleaseAsync();
        Answers(champion: _ => 0.4, candidate: _ => 0.6);

        foreach (var line in Lines(await CompareAsync(), DifferenceTable.FileName).Skip(1))
        {
            line.TrimStart('"').ShouldStartWith("'=cmd");
            line.Split(',')[^1].ShouldStartWith("-");
        }
    }

    public void Dispose() => _folder.Dispose();

    private static Check Check(StepOutcome outcome, string name) => outcome.Checks.Single(check => check.Name == name);

    private static IEnumerable<string> Facts(StepOutcome outcome) => outcome.Facts.Where(fact => fact.Key.StartsWith("cause.", StringComparison.Ordinal)).Select(fact => fact.Value);

    private static string[] Lines(StepOutcome outcome, string file) => Encoding.UTF8.GetString(outcome.Reports[file].Span).TrimEnd('\n').Split('\n');

    private string ChampionFolder => _folder["champion"];

    private double[] TestRows()
    {
        var data = _folder.Run().ReadData(_cancellation);
        return ((NumericColumn)data.TestFeatures["x"]).Values.ToArray();
    }

    private void Answers(Func<double, double> champion, Func<double, double> candidate) =>
        _folder.Engine.LoadedFrom = (folder, x) => folder == ChampionFolder ? champion(x) : candidate(x);

    private async Task TrainAsync()
    {
        _folder.Leave(StepNames.ValidateData);
        var runner = new StepRunner(new ManualClock(), new RecordingReporter());
        var step = new TrainStep(new ManualClock(), new FixedProvenance(new Provenance { OperatingSystem = "linux-x64", Runtime = ".NET 10", Processors = 2 }));
        var report = await runner.RunAsync(step, _folder.Run(), _cancellation);
        report.Status.ShouldBe(Status.Passed, report.Reason);
    }

    /// <summary>Trains, and makes a copy of the bundle the champion.</summary>
    private async Task ReleaseAsync()
    {
        await TrainAsync();
        Directory.CreateDirectory(ChampionFolder);
        foreach (var file in Directory.EnumerateFiles(_folder.Run().Workspace.Bundle))
            File.Copy(file, Path.Combine(ChampionFolder, Path.GetFileName(file)));
    }

    /// <summary>Changes the candidate as if Train had left it so.</summary>
    private void Tamper(Action<string> change)
    {
        var workspace = _folder.Run().Workspace;
        change(workspace.Bundle);
        workspace.Evidence.Write(workspace.Evidence.Read(StepNames.Train)! with { Candidate = BundleDigest.Of(workspace.Bundle) });
    }

    private Task<StepOutcome> CompareAsync()
    {
        var baseline = BaselineBundle.Select(ChampionFolder, _folder.Spec.Folder, _folder.Spec.Folder);
        var run = new ModelRun(_folder.Spec, _folder.Run().Engines, new RunOptions { Workspace = _folder.Workspace }, _folder.Tool, null, baseline);
        return new DifferentialTestStep().RunAsync(run, new Progress<string>(), _cancellation);
    }
}
