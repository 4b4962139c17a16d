using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Double;

public sealed class PullRequestTests
{
    private const string Pulls = "repos/acme/models/pulls";

    [Fact]
    public async Task It_is_opened_once_for_a_branch()
    {
        await using var world = await World.StartAsync();
        world.Models.Push("feature", new() { { "a", "1" } }, world.Alice);
        var wish = new { title = "Release", head = "feature", @base = "main", body = "text" };

        var (status, made, _) = await world.Client.SendAsync("POST", Pulls, wish);

        status.ShouldBe(201);
        made.GetProperty("commits").GetInt32().ShouldBe(1);
        made.GetProperty("changed_files").GetInt32().ShouldBe(1);
        (await world.Client.StatusAsync("POST", Pulls, wish)).ShouldBe(422);
        (await world.Client.StatusAsync("POST", Pulls, wish with { head = "absent" })).ShouldBe(422);
        (await world.Client.GetAsync(Pulls + "?head=acme:feature&state=open")).GetArrayLength().ShouldBe(1);
        (await world.Client.GetAsync(Pulls + "?head=acme:main")).GetArrayLength().ShouldBe(0);
    }

    [Theory]
    [InlineData("merge", 2)]
    [InlineData("squash", 1)]
    [InlineData("rebase", 1)]
    public async Task Merging_needs_the_head_that_was_judged(string method, int parents)
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();
        var judged = request.Head;
        world.Models.Push("feature", new() { { "b", "2" } }, world.Alice);

        (await world.Client.StatusAsync("PUT", Pulls + "/1/merge", new { sha = judged, merge_method = method })).ShouldBe(409);
        var (status, merged, _) = await world.Client.SendAsync("PUT", Pulls + "/1/merge", new { sha = request.Head, merge_method = method });
        var again = await world.Client.StatusAsync("PUT", Pulls + "/1/merge", new { sha = request.Head, merge_method = method });

        (status, again).ShouldBe((200, 405));
        var tip = world.Models.Tip("main");
        merged.GetProperty("sha").GetString().ShouldBe(tip);
        (await world.Client.GetAsync("repos/acme/models/git/commits/" + tip)).GetProperty("parents").GetArrayLength().ShouldBe(parents);
        var after = await world.Client.GetAsync(Pulls + "/1");
        (after.GetProperty("merged").GetBoolean(), after.GetProperty("merge_commit_sha").GetString()).ShouldBe((true, tip));
        after.GetProperty("commits").GetInt32().ShouldBe(2);
        world.Models.Objects.FilesOf(tip).Keys.ShouldBe(["README.md", "b", "models/churn/notes.txt"]);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused_with_the_reason()
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();
        world.Models.AllowsSquashing = false;
        request.IsDraft = true;
        (await MergeAsync(world, "merge")).ShouldBe("Pull Request is still a draft");
        request.IsDraft = false;
        (await MergeAsync(world, "squash")).ShouldBe("Squash merges are not allowed on this repository.");
        world.Models.RequiredApprovals = 1;
        (await MergeAsync(world, "merge")).ShouldContain("approving review is required");
        request.Review(world.Bob);
        world.Models.RequiredChecks = ["build"];
        (await MergeAsync(world, "merge")).ShouldBe("Required status check \"build\" is expected.");
        world.Models.CheckRun(request.Head, "build");
        world.Models.Push("main", new() { { "models/churn/notes.txt", "otherwise\n" } }, world.Bob);
        (await MergeAsync(world, "merge")).ShouldBe("Pull Request is not mergeable");

        (await world.Client.GetAsync(Pulls + "/1")).GetProperty("mergeable_state").GetString().ShouldBe("dirty");
    }

    [Fact]
    public async Task An_open_one_has_a_merge_commit_that_is_no_evidence_and_a_base_that_may_be_old()
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();
        var old = world.Models.Tip("main");
        world.Models.Push("main", new() { { "other", "1" } }, world.Bob);

        var view = await world.Client.GetAsync(Pulls + "/1");

        view.GetProperty("merge_commit_sha").GetString().ShouldBe(request.TestMerge);
        view.GetProperty("merged").GetBoolean().ShouldBeFalse();
        view.GetProperty("base").GetProperty("sha").GetString().ShouldBe(old);
    }

    [Fact]
    public async Task The_head_of_a_deleted_fork_has_no_repository()
    {
        await using var world = await World.StartAsync();
        var eve = world.GitHub.User("eve");
        var fork = world.Models.Fork(eve);
        fork.Push("feature", new() { { "a", "1" } }, eve);
        world.Models.OpenPullRequest("feature", eve, from: fork);
        fork.Delete();

        var head = (await world.Client.GetAsync(Pulls + "/1")).GetProperty("head");

        head.GetProperty("repo").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        head.GetProperty("ref").GetString().ShouldBe("feature");
    }

    [Fact]
    public async Task Accounts_are_renamed_deleted_and_shown_as_the_ghost()
    {
        await using var world = await World.StartAsync();
        var carol = world.GitHub.User("carol");
        var request = world.Propose();
        request.Review(world.Bob);
        request.Review(carol);
        world.GitHub.Rename(world.Bob, "robert");
        world.GitHub.Delete(carol);

        var reviews = await world.Client.GetAsync(Pulls + "/1/reviews");

        reviews[0].GetProperty("user").GetProperty("login").GetString().ShouldBe("robert");
        reviews[0].GetProperty("user").GetProperty("id").GetInt64().ShouldBe(2);
        reviews[1].GetProperty("user").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        world.GitHub.Delete(carol, GitHubDeletion.Ghost);
        (await world.Client.GetAsync(Pulls + "/1/reviews"))[1].GetProperty("user").GetProperty("login").GetString().ShouldBe("ghost");
        (await world.Client.StatusAsync("GET", "repos/acme/models/collaborators/bob/permission")).ShouldBe(404);
        (await world.Client.GetAsync("repos/acme/models/collaborators/ROBERT/permission")).GetProperty("role_name").GetString().ShouldBe("write");
    }

    [Fact]
    public async Task A_spoofed_address_maps_to_its_owner_and_an_unknown_one_to_nobody()
    {
        await using var world = await World.StartAsync();
        var spoofed = world.Models.Push("a", new() { { "a", "1" } }, world.Alice, author: world.Bob.SignatureAt(world.Clock.GetUtcNow()));
        var unknown = world.Models.Push("b", new() { { "a", "1" } }, world.Alice, author: new("X", "x@example.com", world.Clock.GetUtcNow()));

        (await world.Client.GetAsync("repos/acme/models/commits/" + spoofed)).GetProperty("author").GetProperty("login").GetString().ShouldBe("bob");
        (await world.Client.GetAsync("repos/acme/models/commits/" + unknown)).GetProperty("author").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_commit_of_a_deleted_account_maps_to_nobody()
    {
        await using var world = await World.StartAsync();
        var commit = world.Models.Push("a", new() { { "a", "1" } }, world.Bob);
        world.GitHub.Delete(world.Bob, GitHubDeletion.Ghost);

        (await world.Client.GetAsync("repos/acme/models/commits/" + commit)).GetProperty("author").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task A_push_that_brings_the_head_into_the_base_merges_it()
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();

        world.Models.PushCommit("main", request.Head, world.Bob);

        var view = await world.Client.GetAsync(Pulls + "/1");
        (view.GetProperty("merged").GetBoolean(), view.GetProperty("merge_commit_sha").GetString()).ShouldBe((true, request.Head));
    }

    [Fact]
    public async Task Removing_the_branch_closes_it()
    {
        await using var world = await World.StartAsync();
        world.Propose();

        (await world.Client.StatusAsync("DELETE", "repos/acme/models/git/refs/heads/feature")).ShouldBe(204);

        (await world.Client.GetAsync(Pulls + "/1")).GetProperty("state").GetString().ShouldBe("closed");
        (await world.Client.StatusAsync("PUT", Pulls + "/1/merge", new { })).ShouldBe(405);
    }

    [Fact]
    public async Task At_most_250_commits_are_listed()
    {
        await using var world = await World.StartAsync();
        for (var i = 0; i < 251; i++)
            world.Models.Push("feature", new() { { "a", $"{i}" } }, world.Alice);
        world.Models.OpenPullRequest("feature", world.Alice);

        var pages = new[] { await PageAsync(world, 1), await PageAsync(world, 2), await PageAsync(world, 3), await PageAsync(world, 4) };

        pages.ShouldBe([100, 100, 50, 0]);
        (await world.Client.GetAsync(Pulls + "/1")).GetProperty("commits").GetInt32().ShouldBe(251);
    }

    private static async Task<int> PageAsync(World world, int page) =>
        (await world.Client.GetAsync($"{Pulls}/1/commits?per_page=100&page={page}")).GetArrayLength();

    private static async Task<string> MergeAsync(World world, string method)
    {
        var (status, body, _) = await world.Client.SendAsync("PUT", Pulls + "/1/merge", new { merge_method = method });
        status.ShouldBe(405);
        return body.GetProperty("message").ToString();
    }
}
