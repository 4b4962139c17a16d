namespace ModelPipeline.GitHub.Tests.Double;

public sealed class FreshnessTests
{
    [Fact]
    public async Task An_ordinary_push_leaves_a_review_at_the_commit_that_it_was_of()
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();
        var reviewed = request.Head;
        request.Review(world.Bob);

        world.Models.Push("feature", new() { { "b.txt", "two\n" } }, world.Alice);

        var review = (await world.Client.GetAsync("repos/acme/models/pulls/1/reviews"))[0];
        review.GetProperty("commit_id").GetString().ShouldBe(reviewed);
        review.GetProperty("state").GetString().ShouldBe("APPROVED");
        request.Head.ShouldNotBe(reviewed);
        (await world.Client.GetAsync("repos/acme/models/pulls/1")).GetProperty("head").GetProperty("sha").GetString().ShouldBe(request.Head);
    }

    [Fact]
    public async Task A_force_push_of_the_same_patch_moves_reviews_to_the_new_head_and_is_in_the_timeline()
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();
        var submitted = request.Review(world.Bob).Submitted;
        var reviewed = request.Head;
        world.Clock.Advance(TimeSpan.FromHours(1));
        world.Models.Push("main", new() { { "other.txt", "other\n" } }, world.Bob);

        var head = world.Models.ForcePush("feature", new() { { "models/churn/notes.txt", "one\n" } }, world.Alice, onto: world.Models.Tip("main"));

        head.ShouldNotBe(reviewed);
        var review = (await world.Client.GetAsync("repos/acme/models/pulls/1/reviews"))[0];
        review.GetProperty("commit_id").GetString().ShouldBe(head);
        review.GetProperty("submitted_at").GetDateTimeOffset().ShouldBe(submitted!.Value);
        var timeline = await world.Client.GetAsync("repos/acme/models/issues/1/timeline");
        var pushed = timeline.EnumerateArray().Single(item => item.GetProperty("event").GetString() == "head_ref_force_pushed");
        pushed.GetProperty("created_at").GetDateTimeOffset().ShouldBe(world.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_force_push_of_another_patch_leaves_reviews_where_they_were()
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();
        var review = request.Review(world.Bob);
        var reviewed = request.Head;

        world.Models.ForcePush("feature", new() { { "models/churn/notes.txt", "another\n" } }, world.Alice);

        review.Commit.ShouldBe(reviewed);
        review.State.ShouldBe("APPROVED");
    }

    [Fact]
    public async Task Stale_reviews_are_dismissed_only_where_the_repository_says_so()
    {
        await using var world = await World.StartAsync();
        world.Models.DismissesStaleReviews = true;
        var review = world.Propose().Review(world.Bob);

        world.Models.Push("feature", new() { { "b.txt", "two\n" } }, world.Alice);

        review.State.ShouldBe("DISMISSED");
    }

    [Fact]
    public async Task What_a_person_pushes_gets_a_check_suite_at_the_servers_time_and_what_the_plain_token_pushes_gets_none()
    {
        await using var world = await World.StartAsync();
        var dated = world.Alice.SignatureAt(new(2001, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var human = world.Models.Push("human", new() { { "a", "1" } }, world.Alice, author: dated);
        var machine = world.Models.Push("machine", new() { { "a", "2" } }, world.GitHub.Actions.Bot);

        var suites = await world.Client.GetAsync($"repos/acme/models/commits/{human}/check-suites");
        suites.GetProperty("total_count").GetInt32().ShouldBe(1);
        suites.GetProperty("check_suites")[0].GetProperty("created_at").GetDateTimeOffset().ShouldBe(world.Clock.GetUtcNow());
        (await world.Client.GetAsync($"repos/acme/models/commits/{machine}/check-suites")).GetProperty("total_count").GetInt32().ShouldBe(0);
        (await world.Client.StatusAsync("POST", "repos/acme/models/actions/workflows/ci.yml/dispatches", new { @ref = "machine" })).ShouldBe(204);
        (await world.Client.GetAsync($"repos/acme/models/commits/{machine}/check-suites")).GetProperty("total_count").GetInt32().ShouldBe(1);
        world.Models.Dispatches.ShouldHaveSingleItem().Ref.ShouldBe("refs/heads/machine");
    }

    [Fact]
    public async Task Activity_tells_who_pushed_a_commit()
    {
        await using var world = await World.StartAsync();
        world.Propose();
        var head = world.Models.Push("feature", new() { { "b.txt", "two\n" } }, world.Bob);

        var activity = (await world.Client.GetAsync("repos/acme/models/activity?ref=refs/heads/feature&per_page=1"))[0];

        activity.GetProperty("after").GetString().ShouldBe(head);
        activity.GetProperty("actor").GetProperty("id").GetInt64().ShouldBe(2);
        activity.GetProperty("activity_type").GetString().ShouldBe("push");
    }
}
