using ModelPipeline.Git;
using ModelPipeline.GitHub.Tests.Fixtures;
using ModelPipeline.Releasing.Hosts;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Transport;

public sealed class FaultScheduleTests
{
    private static readonly CancellationToken None = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_goes_wrong_a_list_is_whole_or_an_error_and_nothing_is_asked_earlier_than_told()
    {
        var clock = new LeapingClock();
        await using var github = await GitHubDouble.StartAsync(clock);
        var (alice, bob) = (github.User("alice"), github.User("bob"));
        var models = github.Repository(github.Organisation("acme"), "models").Grant(alice, GitHubAccess.Write);
        models.Push("feature", new() { { "a.txt", "1" } }, alice);
        var request = models.OpenPullRequest("feature", alice);
        for (var review = 0; review < 250; review++)
            request.Review(bob, review % 2 == 0 ? "COMMENTED" : "APPROVED");
        using var host = new GitHubReleaseHost(new GitHubSettings(github.Address, github.PageAddress, "acme/models", github.ActionsToken()), clock, Hosts.Patient, null);
        var whole = await host.PullRequests.ReviewsAsync(1, None);

        var (read, refused) = (0, 0);
        for (var seed = 0; seed < 100; seed++)
        {
            github.Faults = new FaultSchedule(seed, 0.5).Next;
            try
            {
                IReadOnlyList<Review> reviews = await host.PullRequests.ReviewsAsync(1, None);
                reviews.ShouldBe(whole);
                read++;
            }
            catch (RemoteException)
            {
                refused++;
            }
        }

        github.EarlyRequests.ShouldBeEmpty();
        read.ShouldBeGreaterThan(0);
        refused.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Used_up_hours_and_minutes_are_waited_out()
    {
        var clock = new LeapingClock();
        await using var github = await GitHubDouble.StartAsync(clock);
        var models = github.Repository(github.Organisation("acme"), "models");
        github.Limits.PerHour = 20;
        github.Limits.CreationsPerMinute = 3;
        using var host = new GitHubReleaseHost(new GitHubSettings(github.Address, github.PageAddress, "acme/models", github.ActionsToken()), clock, Hosts.Patient, null);

        for (var tag = 0; tag < 10; tag++)
            (await host.Git.CreateTagAsync(new NewGitTag($"churn@v1.0.{tag}", models.Tip("main"), "m"), None)).ShouldBeTrue();

        github.EarlyRequests.ShouldBeEmpty();
        github.Requests.Count(request => request.Status == 403).ShouldBeGreaterThan(0);
        (await host.Git.TagsAsync("churn@", None)).Count.ShouldBe(10);
    }
}
