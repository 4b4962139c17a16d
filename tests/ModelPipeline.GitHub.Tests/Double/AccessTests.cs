using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Double;

public sealed class AccessTests
{
    private const string Models = "repos/acme/models";

    [Fact]
    public async Task The_read_only_token_of_a_fork_is_refused_every_change()
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();
        var fork = world.With(world.GitHub.ActionsToken(GitHubAccess.Read));

        (string Path, object Body)[] changes =
        [
            ("/issues/1/comments", new { body = "x" }),
            ("/check-runs", new { name = "x", head_sha = request.Head }),
            ("/statuses/" + request.Head, new { state = "success" }),
            ("/git/refs", new { @ref = "refs/heads/x", sha = request.Head }),
            ("/releases", new { tag_name = "x" }),
            ("/actions/workflows/ci.yml/dispatches", new { @ref = "main" }),
        ];
        foreach (var (path, body) in changes)
        {
            var (status, error, _) = await fork.SendAsync("POST", Models + path, body);
            (status, error.GetProperty("message").GetString()).ShouldBe((403, "Resource not accessible by integration"), path);
        }

        (await fork.StatusAsync("PUT", Models + "/pulls/1/merge", new { })).ShouldBe(403);
    }

    [Fact]
    public async Task A_token_is_known_or_refused_and_what_it_cannot_read_is_not_there()
    {
        await using var world = await World.StartAsync();
        world.GitHub.Repository(world.Bob, "secret", isPrivate: true);

        (await world.With("wrong").StatusAsync("GET", Models)).ShouldBe(401);
        (await world.With(null).StatusAsync("GET", Models)).ShouldBe(200);
        (await world.With(null).StatusAsync("GET", "user")).ShouldBe(401);
        (await world.Client.StatusAsync("GET", "repos/bob/secret")).ShouldBe(404);
        (await world.With(world.GitHub.ActionsToken()).StatusAsync("GET", "user")).ShouldBe(403);
    }

    [Theory]
    [InlineData("admin", "admin")]
    [InlineData("maintain", "write")]
    [InlineData("write", "write")]
    [InlineData("triage", "read")]
    [InlineData("none", "none")]
    public async Task The_permission_endpoint_says_what_an_account_may_do(string role, string permission)
    {
        await using var world = await World.StartAsync();
        world.Models.Grant(world.GitHub.User("carol", 7), Enum.Parse<GitHubAccess>(role, ignoreCase: true));

        var body = await world.Client.GetAsync(Models + "/collaborators/carol/permission");

        body.GetProperty("permission").GetString().ShouldBe(permission);
        body.GetProperty("role_name").GetString().ShouldBe(role);
        body.GetProperty("user").GetProperty("id").GetInt64().ShouldBe(7);
        (await world.Client.StatusAsync("GET", Models + "/collaborators/github-actions[bot]/permission")).ShouldBe(404);
    }

    [Fact]
    public async Task A_hidden_team_is_there_for_its_members_only()
    {
        await using var world = await World.StartAsync();
        world.GitHub.Team("acme", "open", [world.Bob]);
        world.GitHub.Team("acme", "hidden", [world.Bob], isHidden: true);

        (await world.Client.GetAsync("orgs/acme/teams/open/members")).GetArrayLength().ShouldBe(1);
        (await world.Client.StatusAsync("GET", "orgs/acme/teams/hidden/members")).ShouldBe(404);
        (await world.With(world.GitHub.TokenOf(world.Bob)).StatusAsync("GET", "orgs/acme/teams/hidden/members")).ShouldBe(200);
        (await world.With(world.GitHub.ActionsToken(without: "members")).StatusAsync("GET", "orgs/acme/teams/open/members")).ShouldBe(403);
    }

    [Fact]
    public async Task A_pending_review_is_its_authors_only()
    {
        await using var world = await World.StartAsync();
        world.Propose().Review(world.Bob, "PENDING");

        (await world.Client.GetAsync(Models + "/pulls/1/reviews")).GetArrayLength().ShouldBe(0);
        var own = (await world.With(world.GitHub.TokenOf(world.Bob)).GetAsync(Models + "/pulls/1/reviews"))[0];

        own.TryGetProperty("submitted_at", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Check_runs_are_of_apps_and_take_fifty_annotations_a_request()
    {
        await using var world = await World.StartAsync();
        var head = world.Propose().Head;
        var app = world.With(world.GitHub.ActionsToken());
        object Output(int count) => new { title = "t", summary = "s", annotations = Enumerable.Range(1, count).Select(line => new { path = "a", start_line = line, end_line = line, annotation_level = "warning", message = "m" }) };

        (await world.Client.StatusAsync("POST", Models + "/check-runs", new { name = "gate", head_sha = head })).ShouldBe(403);
        (await app.StatusAsync("POST", Models + "/check-runs", new { name = "gate", head_sha = head, output = Output(51) })).ShouldBe(422);
        var (_, run, _) = await app.SendAsync("POST", Models + "/check-runs", new { name = "gate", head_sha = head, output = Output(50) });
        var (_, done, _) = await app.SendAsync("PATCH", $"{Models}/check-runs/{run.GetProperty("id")}", new { conclusion = "success", output = Output(1) });

        done.GetProperty("output").GetProperty("annotations_count").GetInt32().ShouldBe(51);
        done.GetProperty("status").GetString().ShouldBe("completed");
        (await app.GetAsync($"{Models}/check-runs/{run.GetProperty("id")}/annotations?per_page=100")).GetArrayLength().ShouldBe(51);
    }

    [Fact]
    public async Task Checks_and_statuses_are_listed_newest_first()
    {
        await using var world = await World.StartAsync();
        var head = world.Propose().Head;
        world.Models.CheckRun(head, "build", "failure");
        world.Models.CheckRun(head, "build");
        world.Models.CheckRun(head, "build", "failure", world.GitHub.App("other"));
        world.Models.Status(head, "build", "failure", world.Bob);
        world.Models.Status(head, "build", "success", world.Bob);

        var latest = await world.Client.GetAsync($"{Models}/commits/{head}/check-runs");
        var all = await world.Client.GetAsync($"{Models}/commits/{head}/check-runs?filter=all");

        latest.GetProperty("check_runs").EnumerateArray().Select(run => run.GetProperty("app").GetProperty("slug").GetString()).ShouldBe(["other", "github-actions"]);
        all.GetProperty("total_count").GetInt32().ShouldBe(3);
        (await world.Client.GetAsync($"{Models}/commits/{head}/statuses"))[0].GetProperty("state").GetString().ShouldBe("success");
        (await world.Client.GetAsync($"{Models}/commits/{head}/status")).GetProperty("state").GetString().ShouldBe("success");
    }

    [Fact]
    public async Task An_apps_token_learns_its_login_by_graphql_beside_the_prefix()
    {
        await using var world = await World.StartAsync();
        var app = world.With(world.GitHub.ActionsToken());

        var (_, body, _) = await app.SendAsync("POST", "../graphql", new { query = "query { viewer { login } }" });

        body.GetProperty("data").GetProperty("viewer").GetProperty("login").GetString().ShouldBe("github-actions[bot]");
        world.GitHub.Changes.ShouldBeEmpty();
        (await app.StatusAsync("GET", "../../repos/acme/models")).ShouldBe(404);
    }

    [Fact]
    public async Task Server_times_are_the_given_clocks_and_what_is_unchanged_says_so()
    {
        await using var world = await World.StartAsync(prefix: "");
        var (_, _, headers) = await world.Client.SendAsync("GET", "user");

        headers.Date.ShouldBe(world.Clock.GetUtcNow());
        headers.ETag.ShouldNotBeNull();
        headers.Contains("X-GitHub-Request-Id").ShouldBeTrue();
        using var http = new HttpClient { BaseAddress = world.GitHub.Address, DefaultRequestHeaders = { { "User-Agent", "tests" } } };
        var first = await http.GetAsync(Models, TestContext.Current.CancellationToken);
        http.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        ((int)(await http.GetAsync(Models, TestContext.Current.CancellationToken)).StatusCode).ShouldBe(304);
    }
}
