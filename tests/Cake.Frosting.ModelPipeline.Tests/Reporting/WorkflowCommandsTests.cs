using Cake.Frosting.ModelPipeline.Reporting;
using ModelPipeline.Evidence;
using ModelPipeline.Reporting;

namespace Cake.Frosting.ModelPipeline.Tests.Reporting;

public sealed class WorkflowCommandsTests
{
    [Fact]
    public void A_failing_check_is_an_error_at_its_line_of_the_spec() =>
        WorkflowCommands.Of(Given.Report(Given.FailedGate("churn"))).ShouldBe(
            ["::error file=models/churn/model.yaml,line=7,title=churn evaluate%3A auc.threshold::auc 0.79 is below the threshold 0.80; hint: train longer"]);

    [Fact]
    public void What_waits_for_people_is_a_notice_and_what_is_optional_a_warning()
    {
        WorkflowCommands.Of(Given.Report(Given.Gated("churn", Status.Pending))).Single().ShouldStartWith("::notice ");
        WorkflowCommands.Of(Given.Report(Given.FailedGate("churn", Given.Failed with { Required = false }))).Single().ShouldStartWith("::warning ");
    }

    [Fact]
    public void No_text_leaves_its_place()
    {
        var failing = new FailingCheck(
            "evaluate", new Check { Name = "a,b::c\n%0A", Status = Status.Failed, Reason = "100%\r\n::set-output name=x::y", Hint = "\u001b[31m" }, "models/a:b,c%/model.yaml", 1);

        WorkflowCommands.Of("churn", failing).ShouldBe(
            @"::error file=models/a%3Ab%2Cc%25/model.yaml,line=1,title=churn evaluate%3A a%2Cb%3A%3Ac\n%250A::100%25\r\n::set-output name=x::y; hint: \u{1B}[31m");
    }

    [Fact]
    public void A_check_whose_file_is_not_known_has_no_place() =>
        WorkflowCommands.Of("churn", new FailingCheck("evaluate", Given.Failed, null, 1)).ShouldStartWith("::error title=churn evaluate");

    [Fact]
    public void A_runner_is_given_the_ten_worst_that_it_shows()
    {
        var model = Given.Verified("churn") with
        {
            Failing =
            [
                .. Enumerable.Range(0, 12).Select(i => new FailingCheck("evaluate", Given.Failed with { Name = $"f{i}", Required = false }, null, 1)),
                new FailingCheck("evaluate", Given.Failed with { Name = "broken", Status = Status.Error }, null, 1),
            ],
        };

        var commands = WorkflowCommands.Of(Given.Report(model)).ToList();

        commands.Count.ShouldBe(10);
        commands[0].ShouldContain("broken");
    }
}
