using System.Text;

namespace ModelPipeline.GitHub.Tests.Double;

public sealed class DiscussionTests
{
    private const string Models = "repos/acme/models";

    [Fact]
    public async Task A_comment_is_its_authors_who_names_the_app()
    {
        await using var world = await World.StartAsync();
        world.Propose();
        var app = world.With(world.GitHub.ActionsToken());

        var (status, made, _) = await app.SendAsync("POST", Models + "/issues/1/comments", new { body = "one" });
        var (_, edited, _) = await app.SendAsync("PATCH", $"{Models}/issues/comments/{made.GetProperty("id")}", new { body = "two" });
        var other = world.With(world.GitHub.TokenOf(world.GitHub.User("rita")));

        status.ShouldBe(201);
        made.GetProperty("user").GetProperty("type").GetString().ShouldBe("Bot");
        made.GetProperty("performed_via_github_app").GetProperty("slug").GetString().ShouldBe("github-actions");
        edited.GetProperty("body").GetString().ShouldBe("two");
        (await other.StatusAsync("PATCH", $"{Models}/issues/comments/{made.GetProperty("id")}", new { body = "three" })).ShouldBe(403);
        (await other.StatusAsync("POST", Models + "/issues/1/comments", new { body = "mine" })).ShouldBe(201);
        (await app.StatusAsync("POST", Models + "/issues/1/comments", new { body = new string('x', 65_537) })).ShouldBe(422);
        (await app.StatusAsync("POST", Models + "/issues/9/comments", new { body = "x" })).ShouldBe(404);
    }

    [Fact]
    public async Task Reviews_are_submitted_and_dismissed_and_nobody_approves_their_own()
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();
        var bob = world.With(world.GitHub.TokenOf(world.Bob));

        (await world.Client.StatusAsync("POST", Models + "/pulls/1/reviews", new { @event = "APPROVE" })).ShouldBe(422);
        var (_, review, _) = await bob.SendAsync("POST", Models + "/pulls/1/reviews", new { @event = "APPROVE" });
        review.GetProperty("commit_id").GetString().ShouldBe(request.Head);
        var (_, dismissed, _) = await world.Client.SendAsync("PUT", $"{Models}/pulls/1/reviews/{review.GetProperty("id")}/dismissals", new { message = "stale" });

        dismissed.GetProperty("state").GetString().ShouldBe("DISMISSED");
        dismissed.GetProperty("id").GetInt64().ShouldBe(review.GetProperty("id").GetInt64());
        dismissed.GetProperty("submitted_at").GetString().ShouldBe(review.GetProperty("submitted_at").GetString());
    }

    [Fact]
    public async Task The_association_says_nothing_of_the_permission()
    {
        await using var world = await World.StartAsync();
        world.Propose().Review(world.GitHub.User("carol"));

        var review = (await world.Client.GetAsync(Models + "/pulls/1/reviews"))[0];

        review.GetProperty("author_association").GetString().ShouldBe("CONTRIBUTOR");
        (await world.Client.GetAsync(Models + "/collaborators/carol/permission")).GetProperty("permission").GetString().ShouldBe("read");
    }

    [Fact]
    public async Task The_timeline_and_the_activity_are_in_pages()
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();
        for (var i = 0; i < 3; i++)
            world.Models.Push("feature", new() { { "a", $"{i}" } }, world.Alice);
        request.Close(world.Alice);

        var timeline = await world.Client.SendAsync("GET", Models + "/issues/1/timeline?per_page=4");
        var activity = await world.Client.SendAsync("GET", Models + "/activity?ref=feature&per_page=3");
        var next = activity.Headers.GetValues("Link").Single().Split('<', '>')[1];

        timeline.Body.GetArrayLength().ShouldBe(4);
        timeline.Headers.GetValues("Link").Single().ShouldContain("page=2");
        next.ShouldStartWith(world.GitHub.Address.AbsoluteUri);
        (await world.Client.GetAsync(next))[0].GetProperty("activity_type").GetString().ShouldBe("branch_creation");
    }

    [Fact]
    public async Task Files_are_read_at_a_commit_and_compared()
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();
        world.Models.Push("feature", new() { { "README.md", (byte[]?)null }, { "docs/README.md", "# models\n" } }, world.Alice);

        var file = await world.Client.GetAsync($"{Models}/contents/models/churn/notes.txt?ref={request.Head}");
        var folder = await world.Client.GetAsync($"{Models}/contents/models?ref=feature");
        var comparison = await world.Client.GetAsync(Models + "/compare/main...feature");
        var files = await world.Client.GetAsync(Models + "/pulls/1/files");

        Encoding.UTF8.GetString(Convert.FromBase64String(file.GetProperty("content").GetString()!)).ShouldBe("one\n");
        folder[0].GetProperty("type").GetString().ShouldBe("dir");
        (await world.Client.StatusAsync("GET", Models + "/contents/absent")).ShouldBe(404);
        (comparison.GetProperty("status").GetString(), comparison.GetProperty("ahead_by").GetInt32()).ShouldBe(("ahead", 2));
        files[0].GetProperty("filename").GetString().ShouldBe("docs/README.md");
        files[0].GetProperty("previous_filename").GetString().ShouldBe("README.md");
    }

    [Fact]
    public async Task Only_a_workflow_that_may_be_dispatched_is()
    {
        await using var world = await World.StartAsync();
        world.Models.Workflows["release.yml"] = false;
        Task<int> Dispatch(string workflow, string branch) =>
            world.Client.StatusAsync("POST", $"{Models}/actions/workflows/{workflow}/dispatches", new { @ref = branch, inputs = new { model = "churn" } });

        (await Dispatch("absent.yml", "main")).ShouldBe(404);
        (await Dispatch("release.yml", "main")).ShouldBe(422);
        (await Dispatch("ci.yml", "absent")).ShouldBe(422);
        (await Dispatch("ci.yml", "main")).ShouldBe(204);
        world.Models.Dispatches.ShouldHaveSingleItem().Inputs["model"].ShouldBe("churn");
    }
}
