using ModelPipeline.Evidence;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Reconciling;

public sealed class FaultyNetworkTests
{
    [Fact]
    public async Task Five_hundred_schedules_of_faults_end_in_the_right_release_or_in_none_and_no_request_comes_earlier_than_told()
    {
        await Each.Async(Enumerable.Range(0, 500), async seed =>
        {
            await using var world = await ReleaseWorld.StartAsync();
            world.GitHub.Faults = new FaultSchedule(seed, rate: 0.02 + (seed % 20 * 0.01)).Next;

            var outcome = await world.RunAsync();

            world.GitHub.EarlyRequests.ShouldBeEmpty();
            world.Published.Count().ShouldBeLessThanOrEqualTo(1);
            if (outcome!.Checks.Where(check => check.Required).All(check => check.Status == Status.Passed))
                world.Published.ShouldHaveSingleItem();
            if (outcome.Checks.All(check => check.Status == Status.Passed))
                await world.ShouldStayAsync();
            else
                await world.ShouldEndWellAsync();
        });
    }

    [Fact]
    public async Task Eight_releasers_at_once_end_in_exactly_one_release_and_all_see_it()
    {
        await using var world = await ReleaseWorld.StartAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.RunOnceAsync(TestContext.Current.CancellationToken))));

        foreach (var outcome in outcomes)
            outcome.Checks.Where(check => check.Required).ShouldAllBe(check => check.Status == Status.Passed);
        world.Published.ShouldHaveSingleItem();
        world.WereAtOnce = true;
        await world.ShouldEndWellAsync();
    }
}
