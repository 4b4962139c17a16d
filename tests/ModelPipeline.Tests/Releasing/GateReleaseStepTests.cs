using ModelPipeline.Evidence;
using ModelPipeline.Registry;
using ModelPipeline.Releasing;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Runs;

namespace ModelPipeline.Tests.Releasing;

public sealed class GateReleaseStepTests : IDisposable
{
    private readonly JudgedCandidate _judged = new();

    public static TheoryData<string> Steps => [.. StepNames.Required];

    [Fact]
    public async Task Where_everything_passed_the_release_waits_for_approval_alone()
    {
        var outcome = await _judged.JudgeAsync();

        outcome.Candidate.ShouldBe(_judged.Candidate);
        outcome.Checks.Select(check => (check.Name, check.Status)).ShouldBe(
        [
            ("evidence.validate-data", Status.Passed),
            ("evidence.train", Status.Passed),
            ("evidence.evaluate", Status.Passed),
            ("evidence.differential-test", Status.Passed),
            ("evidence.benchmark-test", Status.Passed),
            ("evidence.package", Status.Passed),
            ("evidence.load-test", Status.Passed),
            ("evidence.model-card", Status.Passed),
            ("bundle", Status.Passed),
            ("model_card", Status.Passed),
            ("champion", Status.Passed),
            ("something_new", Status.Passed),
            ("approvals", Status.Pending),
        ]);
        outcome.Checks.ShouldAllBe(check => check.Required);
        StepEvidence.Worst(outcome.Checks).ShouldBe(Status.Pending);
    }

    [Fact]
    public async Task A_card_of_evidence_that_was_replaced_since_stops_the_release()
    {
        _judged.Folder.Leave(StepNames.Train, Status.Passed, evidence => evidence with { Candidate = _judged.Candidate, DurationMs = 99 });

        await _judged.ShouldBeStoppedByAsync("model_card", Status.Failed, "the model card was rendered from other evidence of train");
    }

    [Theory]
    [InlineData("other")]
    [InlineData(null)]
    public async Task An_image_other_than_the_one_that_was_tried_stops_the_release(string? image)
    {
        File.Delete(_judged.Workspace.Image);
        if (image is not null)
            File.WriteAllText(_judged.Workspace.Image, image);

        await _judged.ShouldBeStoppedByAsync("evidence.package", Status.Failed, "the image is not the one that was tried");
    }

    [Theory]
    [InlineData(StepNames.Package, ContainerUse.Required, Status.Failed)]
    [InlineData(StepNames.Package, ContainerUse.Optional, Status.Passed)]
    [InlineData(StepNames.LoadTest, ContainerUse.Required, Status.Failed)]
    [InlineData(StepNames.LoadTest, ContainerUse.Optional, Status.Passed)]
    public async Task An_image_that_ran_in_no_container_is_released_only_where_the_spec_says_so(string step, ContainerUse use, Status status)
    {
        _judged.Folder.Spec = _judged.Folder.Spec with { Package = new PackageSpec { Container = use } };
        foreach (var each in StepNames.Required)
            _judged.Leave(each);
        _judged.Leave(step, change: evidence => evidence with
        {
            Checks = [.. evidence.Checks.Select(check => check.Name == "container" ? check with { Status = Status.NotRun, Required = false } : check)],
        });

        var check = (await _judged.JudgeAsync()).Checks.Single(found => found.Name == $"evidence.{step}");

        check.Status.ShouldBe(status);
    }

    [Fact]
    public async Task Evidence_that_leaves_out_a_gate_of_the_spec_stops_the_release()
    {
        _judged.Leave(StepNames.Evaluate, change: evidence => evidence with { Checks = [.. evidence.Checks.Where(check => check.Name != "auc.threshold")] });

        await _judged.ShouldBeStoppedByAsync("evidence.evaluate", Status.Failed, "evaluate did not judge the gate auc.threshold of the spec");
    }

    public static TheoryData<string> Gates => ["auc.threshold", "auc.max_regression", "f1.min_improvement"];

    [Theory]
    [MemberData(nameof(Gates))]
    public async Task Every_gate_of_the_spec_must_have_been_judged(string gate)
    {
        _judged.Gates = new Dictionary<string, GateSpec>
        {
            ["auc"] = new() { Threshold = 0.8, MaxRegression = 0.01 },
            ["f1"] = new() { MinImprovement = 0 },
        };
        (await _judged.JudgeAsync()).Checks.Single(check => check.Name == "evidence.evaluate").Status.ShouldBe(Status.Passed);

        _judged.Leave(StepNames.Evaluate, change: evidence => evidence with { Checks = [.. evidence.Checks.Where(check => check.Name != gate)] });
        await _judged.ShouldBeStoppedByAsync("evidence.evaluate", Status.Failed, $"evaluate did not judge the gate {gate} of the spec");

        _judged.Leave(StepNames.Evaluate, change: evidence => evidence with { Checks = [.. evidence.Checks.Select(check => check with { Required = check.Name != gate })] });
        await _judged.ShouldBeStoppedByAsync("evidence.evaluate", Status.Failed, $"evaluate did not judge the gate {gate} of the spec");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_champion_thresholds_must_have_been_judged_and_comparisons_need_not(bool isJudged)
    {
        _judged.BeFirst();
        _judged.Gates = new Dictionary<string, GateSpec> { ["auc"] = new() { Threshold = 0.8, MaxRegression = 0.01, MinImprovement = 0 } };
        string[] judged = isJudged ? ["auc.threshold"] : [];
        _judged.Leave(StepNames.Evaluate, Status.NoBaseline, evidence => evidence with
        {
            Checks = [.. evidence.Checks, .. judged.Select(name => new Check { Name = name, Status = Status.Passed, Reason = "reached" })],
        });

        var check = (await _judged.JudgeAsync()).Checks.Single(found => found.Name == "evidence.evaluate");

        check.Status.ShouldBe(isJudged ? Status.Passed : Status.Failed);
        check.Reason.ShouldContain(isJudged ? "which release.first allows" : "did not judge the gate auc.threshold");
    }

    [Theory]
    [InlineData(StepNames.Evaluate)]
    [InlineData(StepNames.DifferentialTest)]
    [InlineData(StepNames.BenchmarkTest)]
    public async Task Where_there_is_a_champion_a_comparison_with_nothing_is_no_pass_whatever_the_spec_allows(string step)
    {
        _judged.Release = new ReleaseSpec { First = true };
        _judged.Leave(step, Status.NoBaseline);

        (await _judged.JudgeAsync()).Checks.Single(found => found.Name == $"evidence.{step}").Status.ShouldBe(Status.Failed);
    }

    [Fact]
    public async Task A_comparison_with_another_bundle_than_the_champion_stops_the_release_even_if_the_gate_is_asked_to_compare_with_it()
    {
        var other = new BaselineBundle(new Baseline("0.9.0", Digest.Of("older")), "nowhere");
        _judged.Folder.Baseline = other;
        foreach (var step in StepNames.Required)
            _judged.Leave(step, change: evidence => evidence with { Baseline = other.Identity });

        var outcome = await _judged.JudgeAsync();

        outcome.Checks.Where(check => check.Status == Status.Failed).Select(check => check.Name).ShouldBe(StepNames.Required.Select(step => $"evidence.{step}"));
        outcome.Checks.First(check => check.Status == Status.Failed).Reason.ShouldContain("compared with another champion");
    }

    [Theory]
    [InlineData("changed")]
    [InlineData("gone")]
    public async Task A_report_that_is_not_as_the_step_left_it_stops_the_release(string what)
    {
        var report = Path.Combine(_judged.Workspace.Reports, "gates.csv");
        File.WriteAllText(report, "a,b\n");
        _judged.Leave(StepNames.DifferentialTest, change: evidence => evidence with { Facts = new Dictionary<string, string> { ["report.gates.csv"] = $"{Digest.OfFile(report)}" } });
        (await _judged.JudgeAsync()).Checks.ShouldAllBe(check => check.Status == Status.Passed || check.Status == Status.Pending);
        if (what == "gone")
            File.Delete(report);
        else
            File.AppendAllText(report, "Trust me.");

        await _judged.ShouldBeStoppedByAsync("evidence.differential-test", Status.Failed, "reports of differential-test were changed or removed since");
    }

    [Fact]
    public async Task A_candidate_that_is_the_champion_is_nothing_to_release()
    {
        _judged.Folder.Champion = new ReleasedVersion(new SemanticVersion(1, 2, 0), _judged.Candidate, "releases/1.2.0");
        foreach (var step in StepNames.Required)
            _judged.Leave(step);

        await _judged.ShouldBeStoppedByAsync("something_new", Status.Failed, "there is nothing to release: the candidate is the champion 1.2.0");
    }

    [Theory]
    [InlineData(0, "0 approvals are needed")]
    [InlineData(1, "1 approval is needed")]
    [InlineData(2, "2 approvals are needed")]
    public async Task The_approvals_that_are_needed_are_named(int approvals, string reason)
    {
        _judged.Release = new ReleaseSpec { Approvals = approvals };

        var check = (await _judged.JudgeAsync()).Checks.Single(found => found.Name == "approvals");

        check.Status.ShouldBe(Status.Pending);
        check.Limit.ShouldBe(approvals);
        check.Reason.ShouldEndWith(reason);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_step_without_evidence_stops_the_release(string step)
    {
        File.Delete(_judged.Workspace.Evidence.PathOf(step));

        var outcome = await _judged.JudgeAsync();

        StepEvidence.Worst(outcome.Checks).ShouldBe(Status.Error);
        outcome.Checks.Single(check => check.Status == Status.Error).Reason.ShouldBe($"{step} left no evidence: run the target Verify");
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Evidence_that_cannot_be_read_stops_the_release_and_the_rest_is_judged_all_the_same(string step)
    {
        _judged.Folder.Corrupt(step);

        var outcome = await _judged.JudgeAsync();

        outcome.Checks.Count.ShouldBe(13);
        var check = outcome.Checks.Single(found => found.Name == $"evidence.{step}");
        check.Status.ShouldBe(Status.Error);
        check.Reason.ShouldContain(_judged.Workspace.Evidence.PathOf(step));
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Evidence_of_another_model_stops_the_release(string step)
    {
        _judged.Leave(step, change: evidence => evidence with { Model = "fraud\n" });

        await _judged.ShouldBeStoppedByAsync($"evidence.{step}", Status.Failed, $@"{step} judged the model 'fraud\n'");
    }

    [Theory]
    [InlineData(StepNames.ValidateData)]
    [InlineData(StepNames.Evaluate)]
    public async Task Evidence_of_other_inputs_stops_the_release(string step)
    {
        foreach (var change in new Func<EvidenceInputs, EvidenceInputs>[]
        {
            inputs => inputs with { Data = Digest.Of("other") },
            inputs => inputs with { Data = null },
            inputs => inputs with { Spec = Digest.Of("other") },
            inputs => inputs with { Tool = Digest.Of("other") },
        })
        {
            _judged.Leave(step, change: evidence => evidence with { Inputs = change(evidence.Inputs) });

            await _judged.ShouldBeStoppedByAsync($"evidence.{step}", Status.Failed, $"{step} judged another ");
        }
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task A_comparison_with_another_champion_stops_the_release(string step)
    {
        _judged.Leave(step, change: evidence => evidence with { Baseline = new Baseline("0.9.0", Digest.Of("older")) });

        await _judged.ShouldBeStoppedByAsync($"evidence.{step}", Status.Failed, $"{step} compared with another champion");
    }

    [Theory]
    [InlineData(StepNames.Evaluate)]
    [InlineData(StepNames.ModelCard)]
    public async Task Evidence_of_another_candidate_stops_the_release(string step)
    {
        _judged.Leave(step, change: evidence => evidence with { Candidate = Digest.Of("other") });

        await _judged.ShouldBeStoppedByAsync($"evidence.{step}", Status.Failed, $"{step} judged another bundle: run the target Verify");
    }

    [Fact]
    public async Task Evidence_of_no_candidate_at_all_stops_the_release()
    {
        foreach (var step in StepNames.Required)
            _judged.Leave(step, change: evidence => evidence with { Candidate = null });

        (await _judged.JudgeAsync()).Checks.Where(check => check.Status == Status.Failed).Select(check => (check.Name, check.Reason)).ShouldBe(
        [
            ("bundle", $"the bundle is {_judged.Candidate}, the evidence is of none: run the target Verify"),
            ("something_new", "there is nothing to release: there is no candidate"),
        ]);
    }

    [Theory]
    [InlineData(StepNames.ValidateData, Status.Failed, Status.Failed)]
    [InlineData(StepNames.Evaluate, Status.Failed, Status.Failed)]
    [InlineData(StepNames.Evaluate, Status.Error, Status.Error)]
    [InlineData(StepNames.Evaluate, Status.NotRun, Status.Error)]
    [InlineData(StepNames.Evaluate, Status.Pending, Status.Error)]
    [InlineData(StepNames.DifferentialTest, Status.NoBaseline, Status.Failed)]
    public async Task A_step_that_did_not_pass_stops_the_release_and_says_why(string step, Status status, Status verdict)
    {
        _judged.Leave(step, status);

        await _judged.ShouldBeStoppedByAsync($"evidence.{step}", verdict, $"{step}: {step} said so");
    }

    [Theory]
    [InlineData(Status.Error)]
    [InlineData(Status.NotRun)]
    public async Task A_step_that_could_not_judge_any_bundle_is_not_blamed_for_judging_another(Status status)
    {
        _judged.Leave(StepNames.Evaluate, status, evidence => evidence with { Candidate = null });

        await _judged.ShouldBeStoppedByAsync("evidence.evaluate", Status.Error, "evaluate: evaluate said so");
    }

    [Fact]
    public async Task A_first_release_that_the_spec_allows_needs_no_champion()
    {
        _judged.BeFirst();
        _judged.Leave(StepNames.DifferentialTest, Status.NoBaseline);

        var outcome = await _judged.JudgeAsync();

        StepEvidence.Worst(outcome.Checks).ShouldBe(Status.Pending);
        outcome.Checks.Single(check => check.Name == "champion").Reason.ShouldBe("there is no champion, which release.first allows");
    }

    [Fact]
    public async Task A_first_release_that_the_spec_does_not_allow_is_stopped_with_a_hint()
    {
        _judged.Folder.Champion = null;
        foreach (var step in StepNames.Required)
            _judged.Leave(step);

        await _judged.ShouldBeStoppedByAsync("champion", Status.Failed, "there is no champion to compare with");

        (await _judged.JudgeAsync()).Checks.Single(check => check.Name == "champion").Hint.ShouldNotBeNull().ShouldContain("release.first: true");
    }

    [Fact]
    public async Task A_bundle_that_was_changed_stops_the_release()
    {
        File.AppendAllText(Path.Combine(_judged.Workspace.Bundle, "bundle.json"), " ");

        await _judged.ShouldBeStoppedByAsync("bundle", Status.Failed, $"the bundle is {_judged.Candidate}, the evidence is of sha256:");
    }

    [Fact]
    public async Task A_bundle_that_is_gone_stops_the_release()
    {
        Directory.Delete(_judged.Workspace.Bundle, recursive: true);

        await _judged.ShouldBeStoppedByAsync("bundle", Status.Failed, "the bundle is absent, the evidence is of sha256:");
    }

    [Fact]
    public async Task A_card_that_was_edited_stops_the_release()
    {
        File.AppendAllText(_judged.Workspace.ModelCard, "Trust me.");

        await _judged.ShouldBeStoppedByAsync("model_card", Status.Failed, "the model card was changed after it was rendered");
    }

    [Fact]
    public async Task A_card_that_is_gone_stops_the_release()
    {
        File.Delete(_judged.Workspace.ModelCard);

        await _judged.ShouldBeStoppedByAsync("model_card", Status.Failed, "there is no model card");
    }

    [Fact]
    public async Task A_card_that_no_evidence_speaks_of_stops_the_release()
    {
        _judged.Leave(StepNames.ModelCard, change: evidence => evidence with { Facts = new Dictionary<string, string>() });

        await _judged.ShouldBeStoppedByAsync("model_card", Status.Failed, "no evidence says how the model card was rendered");
    }

    [Fact]
    public async Task Everything_that_stops_the_release_is_named_at_once()
    {
        _judged.Leave(StepNames.Evaluate, Status.Failed);
        File.Delete(_judged.Workspace.ModelCard);

        var report = await new StepRunner(new ManualClock(), new RecordingReporter())
            .RunAsync(new GateReleaseStep(), _judged.Folder.Run(), TestContext.Current.CancellationToken);

        report.Status.ShouldBe(Status.Failed);
        report.Reason.ShouldBe("evaluate: evaluate said so; there is no model card: run the target Verify");
    }

    [Fact]
    public async Task The_gate_decides_anew_every_time_and_changes_nothing_but_its_own_evidence()
    {
        var before = _judged.Folder.Entries();
        var runner = new StepRunner(new ManualClock(), new RecordingReporter());

        for (var time = 0; time < 2; time++)
        {
            var report = await runner.RunAsync(new GateReleaseStep(), _judged.Folder.Run(), TestContext.Current.CancellationToken);
            report.ShouldBe(new StepReport("churn", StepNames.GateRelease, Status.Pending, "there is no pull request to judge; in one, 1 approval is needed"));
        }

        _judged.Folder.Entries().ShouldBe([.. before, "work/churn/evidence/gate-release.json"], ignoreOrder: true);
    }

    public void Dispose() => _judged.Dispose();
}
