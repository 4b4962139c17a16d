using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.Releasing.Hosts;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Reports;

public sealed class ReportTests
{
    private const string Marker = "<!-- modelpipeline:churn -->";

    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_knows_its_own_account()
    {
        await using var adapter = await Adapter.StartAsync();
        var alices = adapter.With(adapter.GitHub.TokenOf(adapter.World.Alice)).Reports;

        (await adapter.Host.Reports.IsOwnAsync(new Account(1, "github-actions[bot]", true), None)).ShouldBeTrue();
        (await adapter.Host.Reports.IsOwnAsync(new Account(2, "github-actions", false), None)).ShouldBeFalse();
        (await adapter.Host.Reports.IsOwnAsync(new Account(3, adapter.World.Alice.Login, false), None)).ShouldBeFalse();
        (await alices.IsOwnAsync(new Account(3, adapter.World.Alice.Login, false), None)).ShouldBeTrue();
        (await alices.IsOwnAsync(new Account(4, adapter.World.Bob.Login, false), None)).ShouldBeFalse();
    }

    [Fact]
    public async Task One_comment_is_written_kept_and_rewritten_by_every_later_run()
    {
        await using var adapter = await Adapter.StartAsync();
        var number = adapter.World.Propose().Number;

        (await Run("one")).ShouldBe(ReportOutcome.Written);
        (await Run("one")).ShouldBe(ReportOutcome.Unchanged);
        (await Run("two")).ShouldBe(ReportOutcome.Written);

        adapter.Models.Comments.ShouldHaveSingleItem().Body.ShouldEndWith("two");

        Task<ReportOutcome> Run(string text) => adapter.With(adapter.GitHub.ActionsToken()).Reports.CommentAsync(number, Marker, $"{Marker}\n{text}", None);
    }

    [Fact]
    public async Task The_comment_is_found_behind_a_hundred_others()
    {
        await using var adapter = await Adapter.StartAsync();
        var number = adapter.World.Propose().Number;
        for (var comment = 0; comment < 130; comment++)
            adapter.Models.Comment(number, "hello", adapter.World.Bob);
        var ours = adapter.Models.Comment(number, $"{Marker}\nold", adapter.World.Alice);

        await adapter.With(adapter.GitHub.TokenOf(adapter.World.Alice)).Reports.CommentAsync(number, Marker, $"{Marker}\nnew", None);

        ours.Body.ShouldEndWith("new");
    }

    [Fact]
    public async Task A_comment_of_somebody_else_is_never_rewritten_whatever_it_says()
    {
        await using var adapter = await Adapter.StartAsync();
        var number = adapter.World.Propose().Number;
        var app = adapter.GitHub.App("other");
        adapter.Models.Comment(number, $"{Marker}\nforged", adapter.World.Bob);
        adapter.Models.Comment(number, $"{Marker}\nanother app's", app.Bot, app);
        adapter.Models.Comment(number, $"Look: {Marker}", adapter.GitHub.Actions.Bot, adapter.GitHub.Actions);

        (await adapter.Host.Reports.CommentAsync(number, Marker, $"{Marker}\nours", None)).ShouldBe(ReportOutcome.Written);

        adapter.Models.Comments.Count.ShouldBe(4);
        adapter.Models.Comments.Count(comment => comment.Body.EndsWith("ours")).ShouldBe(1);
    }

    [Fact]
    public async Task Where_nobody_says_whose_the_token_is_a_comment_of_the_run_is_still_kept()
    {
        await using var adapter = await Adapter.StartAsync();
        var number = adapter.World.Propose().Number;
        adapter.GitHub.Faults = request => request.Path.EndsWith("graphql") ? Fault.Refuse(404) : null;

        await adapter.Host.Reports.CommentAsync(number, Marker, $"{Marker}\none", None);
        await adapter.Host.Reports.CommentAsync(number, Marker, $"{Marker}\ntwo", None);

        adapter.Models.Comments.ShouldHaveSingleItem().Body.ShouldEndWith("two");
    }

    [Fact]
    public async Task A_check_run_takes_any_number_of_annotations_and_concludes_with_the_last()
    {
        await using var adapter = await Adapter.StartAsync();
        var request = adapter.World.Propose();
        var report = Report(request.Head) with { Annotations = [.. Enumerable.Range(1, 120).Select(line => new CheckAnnotation("a.txt", line, line == 1, "t", "m"))] };

        (await adapter.Host.Reports.CheckAsync(report, None)).ShouldBe(ReportOutcome.Written);
        (await adapter.With(adapter.GitHub.ActionsToken()).Reports.CheckAsync(report, None)).ShouldBe(ReportOutcome.Unchanged);

        var run = adapter.Models.CheckRuns.ShouldHaveSingleItem();
        run.Annotations.Count.ShouldBe(120);
        run.Conclusion.ShouldBe("failure");
        adapter.GitHub.Changes.Count(change => change.Path.Contains("check-runs")).ShouldBe(3);
        adapter.GitHub.Changes.Count(change => change.Text.Contains("\"conclusion\"")).ShouldBe(1);
    }

    [Fact]
    public async Task A_check_run_of_this_app_is_updated_and_one_of_another_is_left()
    {
        await using var adapter = await Adapter.StartAsync();
        var request = adapter.World.Propose();
        adapter.Models.CheckRun(request.Head, "model-release / churn", "success", adapter.GitHub.App("other"));

        await adapter.Host.Reports.CheckAsync(Report(request.Head) with { Conclusion = CheckConclusion.Pending }, None);
        await adapter.Host.Reports.CheckAsync(Report(request.Head), None);

        adapter.Models.CheckRuns.Select(run => run.Conclusion).ShouldBe(["success", "failure"]);
    }

    [Fact]
    public async Task A_token_that_may_only_read_writes_nothing_and_nothing_fails()
    {
        await using var adapter = await Adapter.StartAsync();
        var request = adapter.World.Propose();
        var reports = adapter.With(adapter.GitHub.ActionsToken(GitHubAccess.Read)).Reports;

        (await reports.CommentAsync(request.Number, Marker, Marker, None)).ShouldBe(ReportOutcome.NotAllowed);
        (await reports.CheckAsync(Report(request.Head), None)).ShouldBe(ReportOutcome.NotAllowed);
        (await reports.DispatchAsync("ci.yml", "main", new Dictionary<string, string>(), None)).ShouldBe(ReportOutcome.NotAllowed);
    }

    [Fact]
    public async Task A_workflow_is_started_where_it_can_be()
    {
        await using var adapter = await Adapter.StartAsync();
        adapter.Models.Workflows["still.yml"] = false;

        (await adapter.Host.Reports.DispatchAsync("ci.yml", "main", new Dictionary<string, string> { ["model"] = "churn" }, None)).ShouldBe(ReportOutcome.Written);
        foreach (var workflow in (string[])["absent.yml", "still.yml"])
            (await Should.ThrowAsync<InputException>(() => adapter.Host.Reports.DispatchAsync(workflow, "main", new Dictionary<string, string>(), None))).Message.ShouldContain(workflow);

        adapter.Models.Dispatches.ShouldHaveSingleItem();
    }

    private static CheckReport Report(string commit) =>
        new() { Name = "model-release / churn", Commit = commit, Conclusion = CheckConclusion.Failure, Title = "Blocked", Summary = "Because." };
}
