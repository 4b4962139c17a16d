using ModelPipeline.Evidence;
using ModelPipeline.Mutation;
using ModelPipeline.Tests.Cards;

namespace ModelPipeline.Tests.Mutation;

public sealed class TrialTests
{
    [Fact]
    public void Checks_that_did_not_pass_are_alarms_with_their_steps()
    {
        var trial = Trial.Of(
        [
            Given.Evidence("validate-data", Given.Check("parses", Status.Passed)),
            Given.Evidence("evaluate", Given.Check("auc.threshold", Status.Failed), Given.Check("mcc.threshold", Status.Error)),
        ]);

        trial.Alarms.ShouldBe(["evaluate: auc.threshold", "evaluate: mcc.threshold"]);
        trial.Required.ShouldBeTrue();
    }

    [Fact]
    public void An_optional_check_catches_a_fault_and_does_not_make_a_clean_run_alarm()
    {
        var trial = Trial.Of([Given.Evidence("differential-test", Given.Check("something_new", Status.Failed, required: false), Given.Check("scorable", Status.Passed))]);

        trial.Alarms.ShouldBe(["differential-test: something_new"]);
        trial.Required.ShouldBeFalse();
    }

    [Theory]
    [InlineData(Status.Passed)]
    [InlineData(Status.NotRun)]
    [InlineData(Status.NoBaseline)]
    public void What_passed_or_was_not_judged_says_nothing(Status status)
    {
        var trial = Trial.Of([Given.Evidence("evaluate", Given.Check("auc.threshold", status) with { Hint = "a hint" })]);

        trial.Alarms.ShouldBeEmpty();
        trial.Words.ShouldBeEmpty();
    }

    [Fact]
    public void Hints_come_before_reasons_and_none_twice()
    {
        var hinted = Given.Check("label_flips", Status.Failed) with { Hint = "labels look shuffled" };

        Trial.Of([Given.Evidence("differential-test", hinted, hinted with { Name = "changed_rows", Reason = "many changed" })]).Words
            .ShouldBe(["labels look shuffled", "label_flips because", "many changed"]);
    }

    [Fact]
    public void Data_that_cannot_be_read_alarm()
    {
        var trial = Trial.OfUnreadable("data.split: no row is left");

        trial.Alarms.ShouldBe(["validate-data: completed"]);
        trial.Required.ShouldBeTrue();
        trial.Words.ShouldBe(["data.split: no row is left"]);
    }
}
