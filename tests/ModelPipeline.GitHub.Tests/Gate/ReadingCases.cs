using ModelPipeline.Releasing;
using ModelPipeline.Specs;
using ModelPipeline.Tests.Releasing;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Gate;

public sealed class ReadingCases : GateCase
{
    /// <summary>The ends of every list that the gate reads whole.</summary>
    public static TheoryData<string> Lists => ["reviews", "pulls/1/commits", "files", "timeline", "check-suites", "check-runs", "statuses", "models/commits"];

    [Theory]
    [InlineData(31)]
    [InlineData(101)]
    [InlineData(201)]
    public async Task Case_26_and_27_an_approval_far_down_the_list(int position)
    {
        Crowd(position - 1);
        Review(Rita, "APPROVED");

        var ruling = await World.ShouldBeAsync(GateDecision.Approved);

        ruling.Reviewers.Count.ShouldBe(position);
    }

    [Fact]
    public async Task Case_27_a_request_for_changes_far_down_the_list()
    {
        Review(Rita, "APPROVED");
        Crowd(100);
        Review(Sam, "CHANGES_REQUESTED");

        await World.ShouldBeAsync(GateDecision.Blocked, "objections", "sam requested changes");
    }

    [Fact]
    public async Task Case_27_a_force_push_far_down_the_timeline()
    {
        Review(Rita, "APPROVED");
        Crowd(101);
        World.ForcePush(World.Files());

        await World.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (reviewed before the head arrived)");
    }

    [Theory]
    [InlineData("reviews", 502)]
    [InlineData("reviews", 404)]
    [InlineData("reviews", 403)]
    [InlineData("reviews", 422)]
    [InlineData("timeline", 502)]
    [InlineData("timeline", 404)]
    [InlineData("check-runs", 500)]
    [InlineData("statuses", 404)]
    [InlineData("models/commits", 404)]
    [InlineData("pulls/1/commits", 404)]
    [InlineData("files", 502)]
    public async Task Case_28_page_2_fails(string list, int status)
    {
        FillUp(list);
        Review(Rita, "APPROVED");
        GitHub.Faults = request => Ends(request, list) && request.Query.GetValueOrDefault("page") == "2" ? Fault.Refuse(status, "no page") : null;

        await World.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", $"{status}");

        GitHub.Requests.ShouldContain(request => Ends(request, list) && request.Query.GetValueOrDefault("page") == "2");
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Case_28_an_answer_that_breaks_off(string list)
    {
        Review(Rita, "APPROVED");
        GitHub.Faults = request => Ends(request, list) ? Fault.Truncate : null;

        await World.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "nothing can be said of the pull request");
    }

    [Fact]
    public async Task Case_28_a_page_that_lacks_a_check_which_its_total_counts()
    {
        Policy = new ReleaseSpec { Checks = ["ci"] };
        World.Models.CheckRun(World.Request.Head, "ci");
        Review(Rita, "APPROVED");
        GitHub.Faults = request => Ends(request, "check-runs") ? Fault.Rewrite(body => body.Replace("\"total_count\":1", "\"total_count\":2", StringComparison.Ordinal)) : null;

        await World.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "nothing can be said");
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Case_29_a_looping_link(string list)
    {
        Review(Rita, "APPROVED");
        GitHub.Faults = request => Ends(request, list) ? Fault.LoopingLink : null;

        await World.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "links to a page that was read already");
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Case_29_a_foreign_link(string list)
    {
        Review(Rita, "APPROVED");
        GitHub.Faults = request => Ends(request, list) ? Fault.ForeignLink : null;

        await World.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "links to a next page that is not of this API");
    }

    [Fact]
    public async Task Case_29_a_link_back_from_the_second_page()
    {
        Crowd(101);
        Review(Rita, "APPROVED");
        GitHub.Faults = request => Ends(request, "reviews") && request.Query.ContainsKey("page") ? Fault.StaleLink : null;

        await World.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "links to a page that was read already");
    }

    [Fact]
    public async Task Case_35_a_push_between_the_first_and_the_last_read_is_judged_anew()
    {
        Review(Rita, "APPROVED");
        var reads = Meanwhile(1, () => World.Push(World.ChangedFiles()));

        var ruling = await World.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (reviewed an earlier commit)");

        ruling.Request!.Head.ShouldBe(World.Request.Head);
        reads().ShouldBe(2);
    }

    [Fact]
    public async Task Case_35_a_force_push_of_the_same_patch_between_the_first_and_the_last_read()
    {
        Review(Rita, "APPROVED");
        var reads = Meanwhile(1, () => World.ForcePush(World.Files()));

        await World.ShouldBeAsync(GateDecision.Pending, "approvals", "rita (reviewed before the head arrived)");

        reads().ShouldBe(2);
    }

    [Fact]
    public async Task Case_35_closed_between_the_first_and_the_last_read()
    {
        Review(Rita, "APPROVED");
        Meanwhile(1, () => World.Request.Close(Sam));

        await World.ShouldBeAsync(GateDecision.Blocked, "pull_request", "it was closed without being merged");
    }

    [Fact]
    public async Task Case_35_a_pull_request_that_never_rests()
    {
        Review(Rita, "APPROVED");
        var reads = Meanwhile(int.MaxValue, () => World.ForcePush(World.Files()));

        await World.ShouldBeAsync(GateDecision.Indeterminate, "pull_request", "");

        reads().ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task Case_36_the_base_demands_more_since_the_evidence_was_made()
    {
        Review(Rita, "APPROVED");
        Scene.Demand("stricter", new ReleaseSpec { Approvals = 2 });
        World.PushToMain(new() { { "models/churn/model.yaml", "stricter" } }, World.Olga);

        var ruling = await World.ShouldBeAsync(GateDecision.Blocked, "release", "is of another model.yaml than the base's");

        ruling.Base.ShouldBe(World.Models.Tip("main"));
        ruling.Checks.Single(check => check.Name == "approvals").Limit.ShouldBe(2);
    }

    [Fact]
    public async Task Case_36_the_base_moves_while_it_is_read()
    {
        Review(Rita, "APPROVED");
        var reads = Meanwhile(1, () => World.PushToMain(new() { { "README.md", "new" } }, World.Olga));

        (await World.ShouldBeAsync(GateDecision.Approved)).Base.ShouldBe(World.Models.Tip("main"));
        reads().ShouldBe(2);
    }

    [Fact]
    public async Task Case_36_another_base_branch()
    {
        World.Models.PushCommit("next", World.Models.Tip("main"), Sam);
        Review(Rita, "APPROVED");
        World.Request.Retarget("next", Sam);

        await World.ShouldBeAsync(GateDecision.Blocked, "pull_request", "it goes to the branch 'next', releases go to 'main'");
    }

    [Fact]
    public async Task Case_36_another_release_came_first()
    {
        Review(Rita, "APPROVED");
        var files = World.Files();
        World.PushToMain(new()
        {
            { "models/churn/releases/1.0.1/release.json", files[$"{ReleaseScene.Folder}/release.json"] },
            { "models/churn/releases/1.0.1/bundle.zip", files[$"{ReleaseScene.Folder}/bundle.zip"] },
        }, World.Olga);

        await World.ShouldBeAsync(GateDecision.Blocked, "release", "the champion is 1.0.1");
    }

    [Fact]
    public async Task The_policy_of_the_head_is_never_read()
    {
        Scene.Demand("generous", new ReleaseSpec { Approvals = 0 });
        World.Push(new() { { "models/churn/model.yaml", "generous" } });

        var ruling = await World.ShouldBeAsync(GateDecision.Blocked, "release_folder", "changes nothing beside the release, this one changes 'models/churn/model.yaml'");

        ruling.Checks.Single(check => check.Name == "approvals").Limit.ShouldBe(1);
    }

    [Fact]
    public async Task There_is_no_such_pull_request()
    {
        var ruling = await Scene.Gate(World.Host).JudgeAsync(Scene.Run(13), 13, TestContext.Current.CancellationToken);

        ruling.Decision.ShouldBe(GateDecision.Indeterminate);
        ruling.Checks.ShouldHaveSingleItem().Reason.ShouldContain("there is no such pull request");
    }

    private static bool Ends(FakeRequest request, string list) => request.Path.EndsWith($"/{list}", StringComparison.Ordinal);

    /// <summary>People who comment.</summary>
    private void Crowd(int count)
    {
        for (var person = 1; person <= count; person++)
            World.Request.Review(GitHub.User($"guest-{person}", 1000 + person), "COMMENTED");
    }

    /// <summary>Gives a list a second page.</summary>
    private void FillUp(string list)
    {
        for (var number = 0; number < 101; number++)
        {
            switch (list)
            {
                case "reviews" or "timeline": World.Request.Review(GitHub.User($"guest-{number}"), "COMMENTED"); break;
                case "check-runs": World.Models.CheckRun(World.Request.Head, $"check-{number}"); break;
                case "statuses": World.Models.Status(World.Request.Head, $"status-{number}", "success", Sam); break;
                case "models/commits": World.Models.Push("main", new() { { "models/churn/notes.md", $"{number}" } }, World.Olga); break;
                default: World.Models.Push(GateWorld.Branch, new() { { $"{ReleaseScene.Folder}/extra-{number}.csv", "a" } }, World.Bot); break;
            }
        }
    }

    /// <summary>Has something happen while the gate reads the checks, the first times that it does.</summary>
    /// <returns>How often it read them.</returns>
    private Func<int> Meanwhile(int times, Action happen)
    {
        var reads = 0;
        GitHub.OnBefore = request =>
        {
            if (Ends(request, "check-runs") && reads++ < times)
                happen();
        };
        return () => reads;
    }
}
