using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Reporting;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Runs;

namespace ModelPipeline.Tests.Reporting;

public sealed class CheckReportsTests
{
    [Theory]
    [InlineData(Status.Passed, CheckConclusion.Success)]
    [InlineData(Status.NoBaseline, CheckConclusion.Success)]
    [InlineData(Status.Failed, CheckConclusion.Failure)]
    [InlineData(Status.Error, CheckConclusion.ActionRequired)]
    [InlineData(Status.NotRun, CheckConclusion.ActionRequired)]
    public void The_conclusion_of_a_verification_is_that_of_its_worst_step(Status status, CheckConclusion conclusion) =>
        Verified(Reported.Whole(Status.Passed, StepNames.DifferentialTest, status))!.Conclusion.ShouldBe(conclusion);

    [Fact]
    public void A_run_of_some_steps_is_no_success_however_they_went()
    {
        var check = Verified(Reported.Model((StepNames.ValidateData, Status.Passed), (StepNames.Train, Status.Passed)))!;

        check.Conclusion.ShouldBe(CheckConclusion.ActionRequired);
        check.Title.ShouldBe("only validate-data, train of the steps ran");
    }

    [Theory]
    [InlineData("trees", "model-verify / churn")]
    [InlineData(null, "model-verify / churn/trees")]
    public void The_challenger_that_the_champion_came_from_is_verified_as_the_model(string? champion, string check)
    {
        using var folder = new PipelineFolder();
        folder.Spec = folder.Spec with { Challenger = new ChallengerSpec("trees", null, ["train"]) };
        folder.Champion = PipelineFolder.Released("bundle") with { Challenger = champion };

        Verified(Reported.Whole() with { Name = "churn/trees", Run = folder.Run() })!.Name.ShouldBe(check);
    }

    [Fact]
    public void A_run_of_no_step_that_a_release_needs_verified_nothing() => Verified(Reported.Model((StepNames.MutationTest, Status.Passed))).ShouldBeNull();

    [Fact]
    public void The_gates_decision_says_nothing_of_a_verification()
    {
        Verified(Reported.Judged(StepNames.GateRelease, new Check { Name = "approvals", Status = Status.Passed, Reason = "1" })).ShouldBeNull();
        Checks().Decided(Reported.Whole()).ShouldBeNull();
    }

    [Fact]
    public void Titles_and_messages_fit_their_places_and_stay_on_a_line()
    {
        var check = new Check { Name = new string('n', 400), Status = Status.Failed, Reason = "a\nb" + new string('r', 100_000) };
        var model = Reported.Whole(Status.Passed, StepNames.Evaluate, Status.Failed) with { Failing = [new FailingCheck(StepNames.Evaluate, check, "models/churn/model.yaml", 3)] };

        var told = Verified(model)!;

        told.Title.Length.ShouldBeLessThanOrEqualTo(255);
        told.Annotations.Single().Title.Length.ShouldBeLessThanOrEqualTo(255);
        told.Annotations.Single().Message.Length.ShouldBeLessThan(65_536);
        told.Annotations.Single().Message.ShouldStartWith(@"a\nb");
    }

    [Fact]
    public void A_summary_that_is_too_long_is_cut() =>
        new CheckReports(new LongRenderer(), null).Verified(Reported.Whole(), "c0ffee")!.Summary.Length.ShouldBeLessThanOrEqualTo(65_535);

    [Fact]
    public void What_waits_or_is_optional_is_shown_beside_its_line_as_no_failure()
    {
        FailingCheck Failing(Status status, bool required) => new(StepNames.Evaluate, new Check { Name = "c", Status = status, Required = required, Reason = "r" }, "f", 1);
        var model = Reported.Whole(Status.Failed) with { Failing = [Failing(Status.Failed, true), Failing(Status.Failed, false), Failing(Status.Pending, true)] };

        Verified(model)!.Annotations.Select(annotation => annotation.IsFailure).ShouldBe([true, false, false]);
    }

    private static CheckReport? Verified(ModelReport model) => Checks().Verified(model, "c0ffee");

    private static CheckReports Checks() => new(new LongRenderer(lines: 1), null);

    private sealed class LongRenderer(int lines = 20_000) : IDocumentRenderer
    {
        public string Render(string template, object document, CancellationToken cancellation) => string.Concat(Enumerable.Repeat($"a line of {template}\n", lines));

        public Digest Identity(string template) => Digest.Of(template);
    }
}
