using ModelPipeline.Evidence;

namespace ModelPipeline.Tests.Evidence;

public sealed class StatusTests
{
    public static TheoryData<Status> Statuses => [.. Enum.GetValues<Status>()];

    [Theory]
    [MemberData(nameof(Statuses))]
    public void A_status_reads_back_as_it_is_written(Status status) => StatusNames.Parse(StatusNames.Of(status)).ShouldBe(status);

    [Fact]
    public void Statuses_are_written_as_the_format_says() =>
        Enum.GetValues<Status>().Select(StatusNames.Of).ShouldBe(["passed", "no-baseline", "pending", "not-run", "failed", "error"]);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Passed")]
    [InlineData("passed ")]
    [InlineData("0")]
    [InlineData("skipped")]
    public void Anything_else_is_no_status(string? text) => StatusNames.Parse(text).ShouldBeNull();

    [Theory]
    [InlineData(Status.Passed, new[] { Status.Passed, Status.Passed })]
    [InlineData(Status.NoBaseline, new[] { Status.Passed, Status.NoBaseline })]
    [InlineData(Status.Pending, new[] { Status.Pending, Status.NoBaseline })]
    [InlineData(Status.NotRun, new[] { Status.NotRun, Status.Pending, Status.Passed })]
    [InlineData(Status.Failed, new[] { Status.NotRun, Status.Failed, Status.Passed })]
    [InlineData(Status.Error, new[] { Status.Failed, Status.Error, Status.Passed })]
    public void The_verdict_is_the_worst_required_check(Status expected, Status[] checks) =>
        StepEvidence.Worst(checks.Select(status => Of(status))).ShouldBe(expected);

    [Fact]
    public void An_optional_check_does_not_count() =>
        StepEvidence.Worst([Of(Status.Passed), Of(Status.Error, required: false)]).ShouldBe(Status.Passed);

    [Fact]
    public void No_required_check_is_an_error()
    {
        StepEvidence.Worst([]).ShouldBe(Status.Error);
        StepEvidence.Worst([Of(Status.Passed, required: false)]).ShouldBe(Status.Error);
    }

    private static Check Of(Status status, bool required = true) => new() { Name = "check", Status = status, Required = required, Reason = "because" };
}
