using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Double;

public sealed class FaultTests
{
    private const string Comments = "repos/acme/models/issues/1/comments";

    [Fact]
    public async Task A_request_that_is_dropped_before_is_not_processed_and_one_dropped_after_is()
    {
        await using var world = await World.StartAsync();
        world.Propose();
        world.GitHub.Faults = request => request.Text.Contains("before") ? Fault.DropBefore : request.Text.Contains("after") ? Fault.DropAfter : null;

        await Should.ThrowAsync<HttpRequestException>(() => world.Client.SendAsync("POST", Comments, new { body = "before" }));
        await Should.ThrowAsync<HttpRequestException>(() => world.Client.SendAsync("POST", Comments, new { body = "after" }));

        world.Models.Comments.ShouldHaveSingleItem().Body.ShouldBe("after");
        world.GitHub.Changes.Select(request => (request.Status, request.IsLost)).ShouldBe([(null, true), (201, true)]);
    }

    [Fact]
    public async Task A_refusal_changes_nothing_and_a_request_before_its_time_is_noted()
    {
        await using var world = await World.StartAsync();
        world.Propose();
        world.GitHub.Faults = request => request.Number == 1 ? Fault.SecondaryLimit(30, status: 429) : null;

        var (status, _, headers) = await world.Client.SendAsync("POST", Comments, new { body = "one" });
        world.Clock.Advance(TimeSpan.FromSeconds(29));
        await world.Client.GetAsync(Comments);
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        await world.Client.GetAsync(Comments);

        (status, headers.RetryAfter!.Delta).ShouldBe((429, TimeSpan.FromSeconds(30)));
        world.Models.Comments.ShouldBeEmpty();
        world.GitHub.EarlyRequests.ShouldHaveSingleItem().Number.ShouldBe(2);
    }

    [Fact]
    public async Task A_truncated_body_and_a_slow_one_break_off_and_wait()
    {
        await using var world = await World.StartAsync();
        world.GitHub.Faults = _ => Fault.Truncate;
        await Should.ThrowAsync<HttpRequestException>(() => world.Client.GetAsync("user"));
        var more = new TaskCompletionSource();
        world.GitHub.Faults = _ => Fault.Slow(more.Task);

        var answer = world.Client.GetAsync("user");
        answer.IsCompleted.ShouldBeFalse();
        more.SetResult();

        (await answer).GetProperty("login").GetString().ShouldBe("alice");
    }

    [Fact]
    public async Task Links_lead_on_the_own_host_unless_a_test_says_otherwise()
    {
        await using var world = await World.StartAsync();
        world.Propose();
        for (var i = 0; i < 31; i++)
            world.Models.Comment(1, $"{i}", world.Bob);

        (await LinkAsync(world, Comments)).ShouldBe(
            $"<{world.GitHub.Address}{Comments}?page=2>; rel=\"next\", <{world.GitHub.Address}{Comments}?page=2>; rel=\"last\"");
        (await world.Client.GetAsync(Comments + "?page=2")).GetArrayLength().ShouldBe(1);
        (await world.Client.GetAsync(Comments + "?per_page=1000")).GetArrayLength().ShouldBe(31);
        world.GitHub.Faults = _ => Fault.LoopingLink;
        (await LinkAsync(world, Comments + "?page=2")).ShouldBe($"<{world.GitHub.Address}{Comments}?page=2>; rel=\"next\"");
        world.GitHub.Faults = _ => Fault.ForeignLink;
        (await LinkAsync(world, Comments)).ShouldNotContain(world.GitHub.Address.Authority);
    }

    [Fact]
    public async Task A_hook_changes_the_state_before_a_request_is_processed_and_after()
    {
        await using var world = await World.StartAsync();
        var request = world.Propose();
        var seen = request.Head;
        world.GitHub.OnAfter = asked => world.Models.Push("feature", new() { { "late", $"{asked.Number}" } }, world.Alice);

        var first = await world.Client.GetAsync("repos/acme/models/pulls/1");

        first.GetProperty("head").GetProperty("sha").GetString().ShouldBe(seen);
        request.Head.ShouldNotBe(seen);
    }

    [Fact]
    public async Task Limits_refuse_what_is_too_much()
    {
        await using var world = await World.StartAsync();
        world.Propose();
        world.GitHub.Limits.CreationsPerMinute = 2;
        for (var i = 0; i < 2; i++)
            (await world.Client.StatusAsync("POST", Comments, new { body = "x" })).ShouldBe(201);

        var (secondary, _, headers) = await world.Client.SendAsync("POST", Comments, new { body = "x" });
        world.GitHub.Limits.PerHour = 4;
        var (allowed, _, left) = await world.Client.SendAsync("GET", "user");
        var (primary, error, none) = await world.Client.SendAsync("GET", "user");

        (secondary, headers.RetryAfter!.Delta).ShouldBe((403, TimeSpan.FromMinutes(1)));
        (allowed, left.GetValues("X-RateLimit-Remaining").Single()).ShouldBe((200, "0"));
        (primary, none.GetValues("X-RateLimit-Reset").Single()).ShouldBe((403, $"{world.GitHub.Limits.Reset.ToUnixTimeSeconds()}"));
        error.GetProperty("message").ToString().ShouldContain("rate limit exceeded");
        world.Clock.Advance(TimeSpan.FromHours(1));
        (await world.Client.StatusAsync("GET", "user")).ShouldBe(200);
    }

    [Fact]
    public async Task A_schedule_of_faults_lets_whoever_tries_again_through()
    {
        await using var world = await World.StartAsync();
        world.Propose();
        var schedule = new FaultSchedule(seed: 7, rate: 1, most: 20);
        world.GitHub.Faults = schedule.Next;

        var failures = 0;
        for (var isDone = false; !isDone;)
        {
            try
            {
                isDone = (await world.Client.StatusAsync("PUT", "repos/acme/models/pulls/1/merge", new { })) is 200 or 405;
            }
            catch (HttpRequestException)
            {
                // A lost response: asked again.
            }

            failures += isDone ? 0 : 1;
        }

        (failures, schedule.Made).ShouldBe((20, 20));
        world.Models.PullRequests.ShouldHaveSingleItem().IsMerged.ShouldBeTrue();
        world.Models.Activities.Count(activity => activity.Type == "pr_merge").ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_is_killed_at_a_request_asks_nothing_more(bool isProcessed)
    {
        await using var world = await World.StartAsync();
        world.Propose();
        var isDead = false;
        (isProcessed ? (Action<int, Action>)world.GitHub.KillAfter : world.GitHub.KillBefore)(2, () => isDead = true);

        await world.Client.GetAsync(Comments);
        isDead.ShouldBeFalse();
        await Should.ThrowAsync<HttpRequestException>(() => world.Client.SendAsync("POST", Comments, new { body = "x" }));
        await Should.ThrowAsync<HttpRequestException>(() => world.Client.GetAsync(Comments));

        isDead.ShouldBeTrue();
        world.GitHub.StopKilling();
        (await world.Client.GetAsync(Comments)).GetArrayLength().ShouldBe(isProcessed ? 1 : 0);
    }

    [Fact]
    public async Task A_body_is_rewritten_on_its_way()
    {
        await using var world = await World.StartAsync();
        world.GitHub.Faults = _ => Fault.Rewrite(body => body.Replace("\"login\"", "\"nothing\""));

        (await world.Client.GetAsync("user")).TryGetProperty("login", out _).ShouldBeFalse();
    }

    [Fact]
    public void A_schedule_is_the_same_for_a_seed_and_ends()
    {
        static string Play(int seed)
        {
            var schedule = new FaultSchedule(seed, 0.5, most: 10);
            return string.Join(' ', Enumerable.Range(1, 100).Select(number => schedule.Next(Request(number))?.GetHashCode() is null ? "." : "x"));
        }

        Play(1).ShouldBe(Play(1));
        Play(1).ShouldNotBe(Play(2));
        Play(3).Count(character => character == 'x').ShouldBe(10);
    }

    private static FakeRequest Request(int number) =>
        new(number, "api", "GET", "user", new Dictionary<string, string>(), new Dictionary<string, string>(), [], default);

    private static async Task<string> LinkAsync(World world, string address) =>
        (await world.Client.SendAsync("GET", address)).Headers.GetValues("Link").Single();
}
