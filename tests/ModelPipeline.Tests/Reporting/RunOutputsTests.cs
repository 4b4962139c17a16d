using System.Text.Json;
using ModelPipeline.Evidence;
using ModelPipeline.Reporting;

namespace ModelPipeline.Tests.Reporting;

public sealed class RunOutputsTests
{
    private static readonly Check Passed = new() { Name = "c", Status = Status.Passed, Reason = "r" };

    [Fact]
    public void Of_one_model_values_are_as_they_are()
    {
        var outputs = Of(Reported.Run(0, Proposed("churn", "1.3.0")));

        outputs["verdict"].ShouldBe("passed");
        outputs["exit_code"].ShouldBe("0");
        outputs["version"].ShouldBe("1.3.0");
        outputs["tag"].ShouldBe("churn@v1.3.0");
        outputs["digest"].ShouldBe(Digest.Of("bundle").ToString());
        outputs["pull_request"].ShouldBe("12");
        outputs["card"].ShouldBe("");
        outputs["report"].ShouldBe("report.md");
        outputs["junit"].ShouldBe("");
    }

    [Fact]
    public void Of_several_models_values_are_JSON_by_name()
    {
        var outputs = Of(Reported.Run(0, Proposed("churn", "1.3.0"), Proposed("prices", "2.0.0"), Reported.Model((StepNames.Train, Status.Error)) with { Name = "other" }));

        outputs["version"].ShouldBe("""{"churn":"1.3.0","prices":"2.0.0"}""");
        outputs["card"].ShouldBe("{}");
        JsonDocument.Parse(outputs["models"]).RootElement.GetProperty("other").GetProperty("verdict").GetString().ShouldBe("error");
    }

    [Theory]
    [InlineData(Status.Passed, "approved")]
    [InlineData(Status.Pending, "pending")]
    [InlineData(Status.Failed, "blocked")]
    [InlineData(Status.Error, "indeterminate")]
    public void The_gates_decision_is_an_output(Status status, string decision) =>
        Of(Reported.Run(0, Reported.Judged(StepNames.GateRelease, Passed with { Status = status })))["decision"].ShouldBe(decision);

    [Fact]
    public void The_events_pull_request_stands_in_where_no_step_names_one() =>
        RunOutputs.Of(Reported.Run(0, Reported.Whole()), null, null, 7).Single(output => output.Key == "pull_request").Value.ShouldBe("7");

    private static ModelReport Proposed(string name, string version) => Reported.Judged(StepNames.ProposeRelease, Passed) with
    {
        Name = name,
        Evidence =
        [
            Reported.Evidence(StepNames.ProposeRelease, Passed) with
            {
                Facts = new Dictionary<string, string> { ["version"] = version, ["tag"] = $"{name}@v{version}", ["pull_request"] = "12" },
            },
        ],
    };

    private static Dictionary<string, string> Of(RunReport report) => RunOutputs.Of(report, "report.md", null, null).ToDictionary();
}
