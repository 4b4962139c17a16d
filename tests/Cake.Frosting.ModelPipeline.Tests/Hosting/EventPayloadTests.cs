using Cake.Frosting.ModelPipeline.Hosting;

namespace Cake.Frosting.ModelPipeline.Tests.Hosting;

public sealed class EventPayloadTests : IDisposable
{
    private const string Head = "0123456789abcdef0123456789abcdef01234567";
    private readonly string _file = Path.GetTempFileName();

    [Theory]
    [InlineData("pull_request", """{"pull_request":{"number":12,"head":{"sha":"0123456789abcdef0123456789abcdef01234567"}}}""", 12, Head)]
    [InlineData("pull_request_target", """{"pull_request":{"number":12,"head":{"sha":"0123456789abcdef0123456789abcdef01234567"}}}""", 12, Head)]
    [InlineData("pull_request_review", """{"pull_request":{"number":12,"head":{"sha":"0123456789abcdef0123456789abcdef01234567"}},"review":{}}""", 12, Head)]
    [InlineData("pull_request", """{"pull_request":{"number":12,"head":{"sha":"--upload-pack=evil"}}}""", 12, null)]
    [InlineData("pull_request", """{"pull_request":{"number":12,"head":null}}""", 12, null)]
    [InlineData("issue_comment", """{"issue":{"number":12,"pull_request":{"url":"x"}}}""", 12, null)]
    [InlineData("issue_comment", """{"issue":{"number":12}}""", null, null)]
    [InlineData("issue_comment", """{"issue":{"number":12,"pull_request":null}}""", null, null)]
    [InlineData("workflow_dispatch", """{"inputs":{"pull_request":"12"}}""", 12, "cccccccccccccccccccccccccccccccccccccccc")]
    [InlineData("workflow_dispatch", """{"inputs":{"pull_request":""}}""", null, null)]
    [InlineData("workflow_dispatch", """{"inputs":null}""", null, null)]
    [InlineData("merge_group", """{"merge_group":{"head_ref":"refs/heads/gh-readonly-queue/release/1.0/pr-12-0123456789abcdef0123456789abcdef01234567","head_sha":"0123456789abcdef0123456789abcdef01234567"}}""", 12, null)]
    [InlineData("merge_group", """{"merge_group":{"head_ref":"refs/heads/pr-12-0123456789abcdef0123456789abcdef01234567"}}""", null, null)]
    [InlineData("workflow_run", """{"workflow_run":{"pull_requests":[{"number":12,"head":{"sha":"0123456789abcdef0123456789abcdef01234567"}}]}}""", 12, Head)]
    [InlineData("check_suite", """{"check_suite":{"pull_requests":[]}}""", null, null)]
    [InlineData("push", """{"pull_request":{"number":12}}""", null, null)]
    public void An_event_names_its_pull_request(string name, string payload, int? number, string? head) =>
        Read(name, payload).ShouldBe(new EventPayload(number, head, null));

    [Theory]
    [InlineData("""{"pull_request":{"number":-1}}""")]
    [InlineData("""{"pull_request":{"number":0}}""")]
    [InlineData("""{"pull_request":{"number":1.5}}""")]
    [InlineData("""{"pull_request":{"number":99999999999}}""")]
    [InlineData("""{"pull_request":{"number":" 12"}}""")]
    [InlineData("""{"pull_request":{"number":{}}}""")]
    [InlineData("""{"pull_request":[1]}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_is_no_number_of_a_pull_request_is_none(string payload) => Read("pull_request", payload).ShouldBe(EventPayload.None);

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("\0\0\0")]
    public void A_payload_that_is_no_JSON_is_a_remark(string payload)
    {
        var read = Read("pull_request", payload);

        read.PullRequest.ShouldBeNull();
        read.Remark.ShouldNotBeNull().ShouldStartWith("The event's payload cannot be read");
    }

    [Fact]
    public void A_payload_nested_without_end_is_a_remark() =>
        Read("pull_request", new string('[', 100_000)).Remark.ShouldNotBeNull();

    [Fact]
    public void A_payload_that_is_not_there_is_a_remark() =>
        EventPayload.Read(new RunnerEnvironment { EventName = "pull_request", EventFile = _file + ".nowhere" }).Remark.ShouldNotBeNull();

    [Fact]
    public void A_payload_larger_than_any_event_is_a_remark()
    {
        using (var file = File.OpenWrite(_file))
            file.SetLength(33 * 1024 * 1024);

        EventPayload.Read(new RunnerEnvironment { EventName = "pull_request", EventFile = _file }).Remark.ShouldNotBeNull().ShouldContain("larger than 32 MB");
    }

    [Fact]
    public void Several_pull_requests_of_one_commit_are_none_and_a_remark() =>
        Read("workflow_run", """{"workflow_run":{"pull_requests":[{"number":1},{"number":2}]}}""").Remark.ShouldNotBeNull().ShouldContain("--pull-request");

    [Fact]
    public void A_pull_request_that_is_named_needs_nothing_of_the_event_nor_a_remark_on_it() =>
        Read("workflow_run", """{"workflow_run":{"pull_requests":[{"number":1},{"number":2}]}}""").Of(2).ShouldBe(new EventPayload(2, null, null));

    [Fact]
    public void Outside_of_actions_there_is_no_event() => EventPayload.Read(new RunnerEnvironment()).ShouldBe(EventPayload.None);

    public void Dispose() => File.Delete(_file);

    private EventPayload Read(string name, string payload)
    {
        File.WriteAllText(_file, payload);
        return EventPayload.Read(new RunnerEnvironment { EventName = name, EventFile = _file, Commit = new string('c', 40) });
    }
}
