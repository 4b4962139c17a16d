using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.Releasing.Hosts;
using Shared.GitHub;
using Shared.GitHub.Git;

namespace ModelPipeline.GitHub.Tests.PullRequests;

public sealed class PullRequestTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_pull_request_is_opened_found_updated_and_read()
    {
        await using var adapter = await Adapter.StartAsync();
        var requests = adapter.Host.PullRequests;
        adapter.Models.Push("release/churn-1.0.0", new() { { "a.txt", "1" } }, adapter.World.Alice);

        var opened = await requests.OpenAsync(new NewPullRequest("Title", "Body", "release/churn-1.0.0", "main"), None);
        await requests.UpdateAsync(opened.Number, "Other", "Else", None);

        var found = (await requests.OpenOfBranchAsync("release/churn-1.0.0", None)).ShouldHaveSingleItem();
        found.ShouldBe(opened with { Title = "Other", Body = "Else" });
        found.HeadRepository.ShouldBe("acme/models");
        found.Author!.IsBot.ShouldBeTrue();
        found.Base.ShouldBe(adapter.Models.Tip("main"));
        found.MergeCommit.ShouldBeNull();
        (await requests.OpenOfBranchAsync("other", None)).ShouldBeEmpty();
        (await requests.ReadAsync(99, None)).ShouldBeNull();
    }

    [Fact]
    public async Task Reviews_keep_their_state_as_spelt_and_who_is_gone_is_nobody()
    {
        await using var adapter = await Adapter.StartAsync();
        var request = adapter.World.Propose();
        var carol = adapter.GitHub.User("carol");
        var dave = adapter.GitHub.User("dave");
        request.Review(adapter.World.Bob, "approved");
        request.Review(carol, "PENDING");
        request.Review(dave);
        adapter.GitHub.Delete(carol);
        adapter.GitHub.Delete(dave, GitHubDeletion.Ghost);

        var reviews = await adapter.Host.PullRequests.ReviewsAsync(request.Number, None);

        reviews[0].Author.ShouldBe(new Account(2, "bob", false));
        reviews[0].State.ShouldBe("approved");
        reviews[0].Commit.ShouldBe(request.Head);
        reviews.Skip(1).ShouldAllBe(review => review.Author == null || review.State == "PENDING");
        reviews[^1].Author.ShouldBeNull();
    }

    [Fact]
    public async Task An_approval_on_the_second_page_is_read()
    {
        await using var adapter = await Adapter.StartAsync();
        var request = adapter.World.Propose();
        for (var review = 0; review < 101; review++)
            request.Review(adapter.World.Bob, review == 100 ? "APPROVED" : "COMMENTED");

        (await adapter.Host.PullRequests.ReviewsAsync(request.Number, None)).Count(review => review.State == "APPROVED").ShouldBe(1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_missing_field_is_an_error(bool isReview)
    {
        await using var adapter = await Adapter.StartAsync();
        var request = adapter.World.Propose();
        request.Review(adapter.World.Bob);
        adapter.GitHub.Faults = _ => Fault.Rewrite(body => body.Replace(isReview ? "\"commit_id\"" : "\"draft\"", "\"gone\""));

        await Should.ThrowAsync<RemoteException>(async () =>
        {
            if (isReview)
                await adapter.Host.PullRequests.ReviewsAsync(request.Number, None);
            else
                await adapter.Host.PullRequests.ReadAsync(request.Number, None);
        });
    }

    [Fact]
    public async Task Commits_tell_the_accounts_that_they_map_to()
    {
        await using var adapter = await Adapter.StartAsync();
        var unknown = new GitSignature("Eve", "eve@nowhere.example", new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        adapter.Models.Push("feature", new() { { "a.txt", "1" } }, adapter.World.Alice, author: adapter.World.Bob.SignatureAt(unknown.When), committer: unknown);
        var request = adapter.Models.OpenPullRequest("feature", adapter.World.Alice);

        var commit = (await adapter.Host.PullRequests.CommitsAsync(request.Number, None)).ShouldHaveSingleItem();

        commit.ShouldBe(new AuthoredCommit(request.Head, new Account(2, "bob", false), null, unknown.When));
    }

    [Fact]
    public async Task Lists_that_are_cut_are_errors()
    {
        await using var adapter = await Adapter.StartAsync();
        for (var commit = 0; commit < 250; commit++)
            adapter.Models.Push("long", new() { { "a.txt", $"{commit}" } }, adapter.World.Alice);
        var many = new PushedFiles();
        for (var file = 0; file < 3000; file++)
            many.Add($"f{file}", "x");
        adapter.Models.Push("wide", many, adapter.World.Alice);
        var (tall, wide) = (adapter.Models.OpenPullRequest("long", adapter.World.Alice), adapter.Models.OpenPullRequest("wide", adapter.World.Alice));

        (await Should.ThrowAsync<RemoteException>(() => adapter.Host.PullRequests.CommitsAsync(tall.Number, None))).Message.ShouldContain("250 of 250");
        (await Should.ThrowAsync<RemoteException>(() => adapter.Host.PullRequests.ChangedFilesAsync(wide.Number, None))).Message.ShouldContain("3000 of 3000");
        (await adapter.Host.PullRequests.ChangedFilesAsync(tall.Number, None)).ShouldBe([new ChangedFile("a.txt", null)]);
    }

    [Fact]
    public async Task A_head_arrives_when_the_server_first_saw_it_whoever_pushed_it()
    {
        await using var adapter = await Adapter.StartAsync();
        var request = adapter.World.Propose();
        var pushed = adapter.World.Clock.GetUtcNow();
        adapter.Models.ForcePush("feature", new() { { "b.txt", "2" } }, adapter.World.Bob);
        adapter.World.Clock.Advance(TimeSpan.FromMinutes(5));
        adapter.Models.Status(request.Head, "ci", "success", adapter.World.Alice);

        var arrival = await adapter.Host.PullRequests.ArrivalAsync((await adapter.Host.PullRequests.ReadAsync(request.Number, None))!, None);

        (arrival.LastForcePush, arrival.LastRetarget, arrival.FirstSeen, arrival.Pushed).ShouldBe((pushed, null, pushed, pushed));
        arrival.Pushers.ShouldBe([new Account(2, "bob", false), new Account(1, "alice", false)]);
    }

    [Fact]
    public async Task A_pull_request_that_goes_to_another_branch_tells_when()
    {
        await using var adapter = await Adapter.StartAsync();
        var request = adapter.World.Propose();
        adapter.Models.Push("next", new() { { "n.txt", "1" } }, adapter.World.Alice);
        adapter.World.Clock.Advance(TimeSpan.FromMinutes(5));
        request.Retarget("next", adapter.World.Bob);
        var retargeted = adapter.World.Clock.GetUtcNow();
        adapter.World.Clock.Advance(TimeSpan.FromMinutes(5));

        (await ArrivalAsync(adapter, request.Number)).LastRetarget.ShouldBe(retargeted);
    }

    [Fact]
    public async Task Who_deletes_the_branch_has_not_pushed_to_it()
    {
        await using var adapter = await Adapter.StartAsync();
        var request = adapter.World.Propose();
        adapter.Models.DeleteBranch("feature", adapter.World.Bob);

        (await ArrivalAsync(adapter, request.Number)).Pushers.ShouldBe([new Account(1, "alice", false)]);
    }

    private static async Task<HeadArrival> ArrivalAsync(Adapter adapter, int request) =>
        await adapter.Host.PullRequests.ArrivalAsync((await adapter.Host.PullRequests.ReadAsync(request, None))!, None);

    [Fact]
    public async Task A_fork_that_is_gone_tells_no_push()
    {
        await using var adapter = await Adapter.StartAsync();
        var fork = adapter.Models.Fork(adapter.GitHub.User("eve"));
        fork.Push("feature", new() { { "b.txt", "2" } }, fork.Owner);
        var request = adapter.Models.OpenPullRequest("feature", fork.Owner, from: fork);
        fork.Delete();

        var read = (await adapter.Host.PullRequests.ReadAsync(request.Number, None))!;
        var arrival = await adapter.Host.PullRequests.ArrivalAsync(read, None);

        read.HeadRepository.ShouldBeNull();
        (arrival.Pushed, arrival.Pushers.Count, arrival.LastForcePush).ShouldBe((null, 0, null));
    }

    [Fact]
    public async Task Checks_are_all_runs_and_statuses_of_a_commit()
    {
        await using var adapter = await Adapter.StartAsync();
        var request = adapter.World.Propose();
        adapter.Models.CheckRun(request.Head, "ci", "failure");
        adapter.Models.CheckRun(request.Head, "ci");
        adapter.Models.CheckRun(request.Head, "slow", null, adapter.GitHub.App("other"));
        adapter.Models.Status(request.Head, "legacy", "pending", adapter.World.Bob);

        var checks = await adapter.Host.PullRequests.ChecksAsync(request.Head, None);

        checks.Select(check => (check.Name, check.Source, check.IsStatus, check.State)).ShouldBe(
            [("ci", "github-actions", false, "failure"), ("ci", "github-actions", false, "success"), ("slow", "other", false, "in_progress"), ("legacy", "bob", true, "pending")], ignoreOrder: true);
    }

    [Theory]
    [InlineData(GitHubAccess.Admin, "admin")]
    [InlineData(GitHubAccess.Maintain, "write")]
    [InlineData(GitHubAccess.Write, "write")]
    [InlineData(GitHubAccess.Triage, "read")]
    [InlineData(GitHubAccess.Read, "read")]
    [InlineData(GitHubAccess.None, "none")]
    internal async Task A_permission_tells_whose_it_is(GitHubAccess access, string role)
    {
        await using var adapter = await Adapter.StartAsync();
        adapter.Models.Grant(adapter.World.Bob, access);

        (await adapter.Host.PullRequests.PermissionAsync("Bob", None)).ShouldBe(new Permission(2, role));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(500)]
    public async Task A_permission_that_cannot_be_read_is_an_error(int status)
    {
        await using var adapter = await Adapter.StartAsync();
        adapter.GitHub.Faults = request => request.Path.EndsWith("permission") ? Fault.Refuse(status) : null;

        (await Should.ThrowAsync<RemoteException>(() => adapter.Host.PullRequests.PermissionAsync("bob", None))).Status.ShouldBe(status);
    }

    [Fact]
    public async Task The_members_of_a_team_are_nothing_where_they_cannot_be_read()
    {
        await using var adapter = await Adapter.StartAsync();
        adapter.GitHub.Team("acme", "owners", [adapter.World.Bob]);
        adapter.GitHub.Team("acme", "hidden", [adapter.World.Bob], isHidden: true);

        (await adapter.Host.PullRequests.TeamMembersAsync("acme", "owners", None)).ShouldBe([new Account(2, "bob", false)]);
        (await adapter.Host.PullRequests.TeamMembersAsync("acme", "hidden", None)).ShouldBeNull();
        (await adapter.Host.PullRequests.TeamMembersAsync("acme", "absent", None)).ShouldBeNull();
    }

    [Fact]
    public async Task A_history_is_of_the_commits_that_touch_a_path_newest_first()
    {
        await using var adapter = await Adapter.StartAsync();
        var first = adapter.Models.Push("main", new() { { "models/churn/a", "1" } }, adapter.World.Alice);
        adapter.Models.Push("main", new() { { "elsewhere", "1" } }, adapter.World.Alice);
        var second = adapter.Models.Push("main", new() { { "models/churn/a", "2" } }, adapter.World.Bob);
        var requests = adapter.Host.PullRequests;

        (await requests.HistoryAsync("models/churn", first, None)).Select(commit => commit.Hash).ShouldBe([first]);
        (await requests.HistoryAsync("models/churn", second, None)).Select(commit => commit.Hash).ShouldBe([second, first]);
    }

    [Fact]
    public async Task A_merge_is_of_the_head_that_was_judged_alone()
    {
        await using var adapter = await Adapter.StartAsync();
        var request = adapter.World.Propose();
        var judged = request.Head;
        adapter.Models.Push("feature", new() { { "c.txt", "3" } }, adapter.World.Alice);

        (await adapter.Host.PullRequests.MergeAsync(request.Number, judged, "Release", None)).ShouldBeNull();
        var merge = await adapter.Host.PullRequests.MergeAsync(request.Number, request.Head, "Release", None);

        (await adapter.Host.PullRequests.ReadAsync(request.Number, None))!.MergeCommit.ShouldBe(merge);
        (await adapter.Host.PullRequests.ParentsAsync(merge!, None)).Count.ShouldBe(2);
        (await adapter.Host.PullRequests.MergeAsync(request.Number, request.Head, "Release", None)).ShouldBeNull();
    }

    [Fact]
    public async Task Where_merge_commits_are_forbidden_it_is_squashed()
    {
        await using var adapter = await Adapter.StartAsync();
        adapter.Models.AllowsMergeCommits = false;
        var request = adapter.World.Propose();

        var merge = await adapter.Host.PullRequests.MergeAsync(request.Number, request.Head, "Release", None);

        (await adapter.Host.PullRequests.ParentsAsync(merge!, None)).Count.ShouldBe(1);
    }
}
