using System.Text;
using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Double;
using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.Releasing.Hosts;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.OpenApi;

public sealed class DoubleTests
{
    private const string Branch = "release/churn-1.3.0";
    private const string Tag = "churn@v1.3.0";
    private const string Folder = "models/churn/releases/1.3.0";

    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    // What prism's proxy cannot hand on: bytes, and redirects without following them.
    private static readonly string[] PastPrism = ["POST /repos/{owner}/{repo}/releases/{release_id}/assets", "GET /repos/{owner}/{repo}/releases/assets/{asset_id}"];

    [Fact]
    public async Task The_life_of_a_release_keeps_to_the_description_on_both_sides()
    {
        await using var world = await World.StartAsync(prefix: "");
        using var prism = await PrismProcess.ProxyAsync(world.GitHub.Address);
        await using var recorder = await Recorder.StartAsync(prism.Address);
        Connect(recorder, world.GitHub);
        using var alice = Host(world.GitHub.TokenOf(world.Alice));
        using var actions = Host(world.GitHub.ActionsToken());

        var draft = await StoreAsync(alice);
        var request = await ProposeAsync(alice);
        await CommentAsync(alice, world, request);
        await CommentAsync(actions, world, request);
        await ReportAsync(actions, request);
        await JudgeAsync(alice, world, request);
        await PublishAsync(alice, request, draft);

        recorder.Exchanges.Where(exchange => exchange.Operation is null || exchange.RequestFaults.Count > 0).Select(exchange => $"{exchange}").ShouldBeEmpty();
        // The description leaves out what GitHub answers of a team that a token cannot see.
        recorder.Exchanges.SelectMany(exchange => exchange.AnswerFaults, (exchange, fault) => $"{exchange.Operation} {exchange.Status}: {fault}")
            .ShouldBe(["GET /orgs/{org}/teams/{team_slug}/members 404: Unable to match the returned status code with those defined in the document: 200 (response)"]);
        recorder.Exchanges.Select(exchange => $"{exchange.Operation}").Distinct().Concat(PastPrism).ShouldBe(Operations.All.Keys.Select(operation => $"{operation}"), ignoreOrder: true);

        GitHubReleaseHost Host(string token) =>
            new(new GitHubSettings(recorder.Address, world.GitHub.PageAddress, "acme/models", token), new LeapingClock(), Hosts.Patient, null);
    }

    private static void Connect(Recorder recorder, GitHubDouble github)
    {
        recorder.KeepsLinks = true;
        recorder.Edit = text => text.Replace(github.Address.Authority, recorder.Address.Authority).Replace(github.UploadAddress.Authority, recorder.Address.Authority);
        recorder.Past = seen => seen switch
        {
            { Method: "POST", Target: "/graphql" } => new Uri(github.Address, seen.Target),
            { Method: "POST" } when seen.Target.Contains("/assets?") => new Uri(github.UploadAddress, seen.Target),
            { Method: "GET" } when seen.Target.Contains("/releases/assets/") => new Uri(github.Address, seen.Target),
            _ => null,
        };
    }

    private static async Task<ReleasePage> StoreAsync(GitHubReleaseHost host)
    {
        var draft = await host.Releases.CreateDraftAsync(new NewReleasePage(Tag, "main", "churn 1.3.0", "Kept for review."), None);
        (await host.Releases.UploadAsync(draft, "image.tar", new MemoryStream([0, 1, 255]), None)).ShouldBeTrue();
        (await host.Releases.UploadAsync(draft, "image.tar", new MemoryStream([0, 1, 255]), None)).ShouldBeFalse();
        (await host.Releases.UploadAsync(draft, "old.zip", new MemoryStream([1]), None)).ShouldBeTrue();
        return (await host.Releases.OfTagAsync(Tag, None)).ShouldHaveSingleItem();
    }

    private static async Task<PullRequest> ProposeAsync(GitHubReleaseHost host)
    {
        var parent = await host.Git.TipAsync(await host.Git.DefaultBranchAsync(None), None);
        foreach (var text in (string[])["# churn", "# churn 1.3.0"])
            await host.Git.CommitAsync(new BranchCommit { Branch = Branch, Parent = parent!, Message = "Release churn 1.3.0", Files = Files(text) }, None);
        var opened = await host.PullRequests.OpenAsync(new NewPullRequest("Release churn", "Please review.", Branch, "main"), None);
        await host.PullRequests.UpdateAsync(opened.Number, "Release churn 1.3.0", "Please review this.", None);
        return (await host.PullRequests.OpenOfBranchAsync(Branch, None)).ShouldHaveSingleItem();

        static Dictionary<string, ReadOnlyMemory<byte>> Files(string card) => new() { [$"{Folder}/MODEL_CARD.md"] = Encoding.UTF8.GetBytes(card), [$"{Folder}/bundle.zip"] = new byte[] { 0, 1, 255 } };
    }

    private static async Task CommentAsync(GitHubReleaseHost host, World world, PullRequest request)
    {
        foreach (var body in (string[])["<!-- churn -->\nWaiting.", "<!-- churn -->\nDone."])
            (await host.Reports.CommentAsync(request.Number, "<!-- churn -->", body, None)).ShouldBe(ReportOutcome.Written);
        for (var comment = 0; comment < 101; comment++)
            world.Models.Comment(request.Number, "Let us see.", world.Bob);
    }

    private static async Task ReportAsync(GitHubReleaseHost host, PullRequest request)
    {
        var check = new CheckReport { Name = "model-release / churn", Commit = request.Head, Conclusion = CheckConclusion.Pending, Title = "Waiting", Summary = "One approval is needed." };
        var annotations = Enumerable.Range(1, 60).Select(line => new CheckAnnotation("models/churn/model.yaml", line, true, "auc", "Too low."));
        foreach (var report in (CheckReport[])[check, check with { Conclusion = CheckConclusion.Failure, Annotations = [.. annotations] }, check with { Conclusion = CheckConclusion.Success }])
            (await host.Reports.CheckAsync(report, None)).ShouldBe(ReportOutcome.Written);
        (await host.Reports.DispatchAsync("ci.yml", Branch, new Dictionary<string, string> { ["pull_request"] = "1" }, None)).ShouldBe(ReportOutcome.Written);
    }

    private static async Task JudgeAsync(GitHubReleaseHost host, World world, PullRequest request)
    {
        world.Models.Status(request.Head, "ci", "success", world.Bob);
        world.Models.CheckRun(request.Head, "build");
        world.GitHub.Team("acme", "owners", [world.Bob]);
        world.Clock.Advance(TimeSpan.FromMinutes(1));
        world.Models.PullRequests.Single().Review(world.Bob);
        var requests = host.PullRequests;

        (await requests.ReadAsync(request.Number, None)).ShouldNotBeNull().Head.ShouldBe(request.Head);
        (await requests.ReadAsync(4711, None)).ShouldBeNull();
        (await requests.ReviewsAsync(request.Number, None)).ShouldHaveSingleItem().State.ShouldBe("APPROVED");
        (await requests.CommitsAsync(request.Number, None)).ShouldHaveSingleItem();
        (await requests.ChangedFilesAsync(request.Number, None)).Count.ShouldBe(2);
        (await requests.ArrivalAsync(request, None)).Pushers[0].ShouldBe(new Account(1, "alice", false));
        (await requests.ChecksAsync(request.Head, None)).Select(check => check.Name).Distinct().ShouldBe(["ci", "build", "model-release / churn"], ignoreOrder: true);
        (await requests.PermissionAsync("bob", None)).Role.ShouldBe("write");
        (await requests.TeamMembersAsync("acme", "owners", None)).ShouldBe([new Account(2, "bob", false)]);
        (await requests.TeamMembersAsync("acme", "absent", None)).ShouldBeNull();
        (await requests.HistoryAsync("models/churn", request.Head, None)).ShouldHaveSingleItem();
        (await host.Git.FilesAsync(request.Head, Folder, None)).Count.ShouldBe(2);
        (await host.Git.ReadAsync(request.Head, $"{Folder}/bundle.zip", None)).ShouldBe([0, 1, 255]);
    }

    private static async Task PublishAsync(GitHubReleaseHost host, PullRequest request, ReleasePage draft)
    {
        (await host.PullRequests.MergeAsync(request.Number, request.Base, "Release churn 1.3.0", None)).ShouldBeNull();
        var merge = await host.PullRequests.MergeAsync(request.Number, request.Head, "Release churn 1.3.0", None);
        (await host.PullRequests.ParentsAsync(merge!, None)).Count.ShouldBe(2);
        (await host.Git.CreateTagAsync(new NewGitTag(Tag, merge!, "churn 1.3.0"), None)).ShouldBeTrue();
        (await host.Git.CreateTagAsync(new NewGitTag(Tag, merge!, "churn 1.3.0"), None)).ShouldBeFalse();
        (await host.Git.TagsAsync("churn@", None)).ShouldHaveSingleItem().Commit.ShouldBe(merge);
        await host.Releases.DeleteAssetAsync(draft.Assets.Single(asset => asset.Name == "old.zip").Id, None);
        await host.Releases.UpdateDraftAsync(draft.Id, new NewReleasePage(Tag, merge!, "churn 1.3.0", "What is new."), None);
        await host.Releases.PublishAsync(draft.Id, None);
        var spare = await host.Releases.CreateDraftAsync(new NewReleasePage("churn@v1.4.0", merge!, "churn 1.4.0", ""), None);
        await host.Releases.DeleteDraftAsync(spare.Id, None);
        var page = (await host.Releases.OfTagAsync(Tag, None)).ShouldHaveSingleItem();
        page.IsDraft.ShouldBeFalse();
        await using var image = await host.Releases.DownloadAsync(page.Assets.ShouldHaveSingleItem().Id, None);
        image.ReadByte().ShouldBe(0);
    }
}
