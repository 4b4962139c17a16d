using Cake.Frosting.ModelPipeline.Hosting;
using Cake.Frosting.ModelPipeline.Reporting;
using ModelPipeline.Cards;
using ModelPipeline.Evidence;
using ModelPipeline.Git;
using ModelPipeline.Releasing.Hosts;
using ModelPipeline.Reporting;

namespace Cake.Frosting.ModelPipeline.Tests.Reporting;

public sealed class PullRequestReportTests
{
    private const string Marker = "<!-- modelpipeline:verify -->";
    private static readonly EventPayload Event = new(12, Given.Head, null);
    private readonly FakeHost _host = new();

    [Fact]
    public async Task A_verified_model_is_told_in_a_comment_and_a_check_run_of_the_head()
    {
        var remarks = await TellAsync(Given.Report(Given.FailedGate("churn"), Given.Verified("penguins")));

        remarks.ShouldBeEmpty();
        _host.Comments.ShouldBe([(12, Marker, "body")]);
        _host.Checks.Select(check => (check.Name, check.Commit, check.Conclusion)).ShouldBe(
        [
            ("model-verify / churn", Given.Head, CheckConclusion.Failure),
            ("model-verify / penguins", Given.Head, CheckConclusion.Success),
        ]);
        _host.Checks[0].Annotations.ShouldBe(
            [new CheckAnnotation("models/churn/model.yaml", 7, true, "evaluate: auc.threshold", "auc 0.79 is below the threshold 0.80; hint: train longer")]);
        _host.Checks[1].Title.ShouldBe("every step passed");
    }

    [Fact]
    public async Task A_head_that_moved_on_is_told_nothing_of_what_was_before_it()
    {
        var remarks = await TellAsync(Given.Report(), Event with { Head = new string('a', 40) });

        remarks.Single().ShouldContain("has moved on");
        _host.Comments.ShouldBeEmpty();
        _host.Checks.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nobody_says_which_commit_was_verified_no_check_run_claims_it()
    {
        var remarks = await TellAsync(Given.Report(), Event with { Head = null });

        remarks.Single().ShouldContain("no check run was written");
        _host.Comments.Count.ShouldBe(1);
        _host.Checks.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_event_without_a_pull_request_tells_nothing()
    {
        (await TellAsync(Given.Report(), EventPayload.None)).ShouldBeEmpty();

        _host.Comments.ShouldBeEmpty();
        _host.Checks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pull_request_that_is_not_there_is_a_remark() =>
        (await TellAsync(Given.Report(), Event with { PullRequest = 13 })).Single().ShouldBe("There is no pull request #13 in acme/models: it was told nothing.");

    [Theory]
    [InlineData(Status.Passed, CheckConclusion.Success)]
    [InlineData(Status.Pending, CheckConclusion.Pending)]
    [InlineData(Status.Failed, CheckConclusion.Failure)]
    [InlineData(Status.Error, CheckConclusion.ActionRequired)]
    public async Task What_the_gate_decided_is_a_check_run_of_the_commit_that_it_judged(Status status, CheckConclusion conclusion)
    {
        const string Judged = "89abcdef0123456789abcdef0123456789abcdef";

        await TellAsync(Given.Report(Given.Gated("churn", status, Judged)), EventPayload.None);

        var check = _host.Checks.Single();
        (check.Name, check.Commit, check.Conclusion).ShouldBe(("model-release / churn", Judged, conclusion));
        check.Summary.ShouldContain("1 of 2 approvals");
        _host.Comments.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_gate_decided_of_no_commit_is_no_check_run()
    {
        await TellAsync(Given.Report(Given.Gated("churn", Status.Error, head: null)));

        _host.Checks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_token_that_may_only_read_is_a_remark_each_and_nothing_is_left_untried()
    {
        _host.Telling = () => ReportOutcome.NotAllowed;

        var remarks = await TellAsync(Given.Report());

        remarks.Count.ShouldBe(2);
        remarks.ShouldAllBe(remark => remark.Contains("may only read", StringComparison.Ordinal));
        _host.Comments.Count.ShouldBe(1);
        _host.Checks.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_host_that_fails_is_a_remark_each_and_nothing_is_left_untried()
    {
        _host.Telling = () => throw new RemoteException("POST comments: 502");

        var remarks = await TellAsync(Given.Report());

        remarks.ShouldBe(["Not written: comment. POST comments: 502", "Not written: model-verify / churn. POST comments: 502"]);
    }

    [Fact]
    public async Task A_pull_request_that_cannot_be_read_is_told_nothing()
    {
        _host.Reading = () => throw new RemoteException("GET pulls/12: 500");

        (await TellAsync(Given.Report())).ShouldBe(["Pull request #12 was told nothing: GET pulls/12: 500"]);
        _host.Comments.ShouldBeEmpty();
    }

    private Task<IReadOnlyList<string>> TellAsync(RunReport report, EventPayload? request = null) =>
        new PullRequestReport(_host, new CheckReports(new ScribanDocumentRenderer("no-such-folder"), null))
            .WriteAsync(report, request ?? Event, Marker, "body", TestContext.Current.CancellationToken);
}
