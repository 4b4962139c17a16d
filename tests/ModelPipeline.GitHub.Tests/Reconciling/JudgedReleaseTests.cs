using ModelPipeline.Evidence;
using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Reconciling;

/// <summary>Releasing with the real gate, which judges the pull request anew in every run: also once it is merged.</summary>
public sealed class JudgedReleaseTests
{
    [Fact]
    public async Task What_the_gate_approves_is_released_and_a_finished_run_again_changes_nothing()
    {
        await using var world = (await ReleaseWorld.StartJudgedAsync()).Approve();

        await world.ShouldEndWellAsync();
    }

    [Fact]
    public async Task What_the_gate_does_not_approve_is_not_touched()
    {
        await using var world = await ReleaseWorld.StartJudgedAsync();

        var outcome = await world.RunAsync();

        StepEvidence.Worst(outcome!.Checks).ShouldBe(Status.Pending);
        world.GitHub.Changes.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_pushed_between_the_judgement_and_the_merge_is_not_merged()
    {
        await using var world = (await ReleaseWorld.StartJudgedAsync()).Approve();
        var merges = 0;
        world.GitHub.OnBefore = request =>
        {
            if (request.Path.EndsWith("/merge", StringComparison.Ordinal) && merges++ == 0)
                world.PushMore();
        };

        var outcome = await world.RunAsync();

        StepEvidence.Worst(outcome!.Checks).ShouldNotBe(Status.Passed);
        (merges, world.IsMerged, world.Published.Count()).ShouldBe((1, false, 0));
        StepEvidence.Worst((await world.RunAsync())!.Checks).ShouldBe(Status.Pending);
    }

    [Fact]
    public async Task Killed_in_any_state_and_run_again_it_ends_in_exactly_one_release()
    {
        var kills = Kill.Of(await RequestsAsync());
        kills.Count.ShouldBeGreaterThan(25);
        await Each.Async(kills, async kill =>
        {
            await using var world = (await ReleaseWorld.StartJudgedAsync()).Approve();
            world.Kill(kill);
            (await world.RunAsync()).ShouldBeNull();

            await world.ShouldEndWellAsync();
        });
    }

    [Fact]
    public async Task Eight_releasers_at_once_end_in_exactly_one_release()
    {
        await using var world = (await ReleaseWorld.StartJudgedAsync()).Approve();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => world.RunOnceAsync(TestContext.Current.CancellationToken))));

        world.Published.ShouldHaveSingleItem();
        world.WereAtOnce = true;
        await world.ShouldEndWellAsync();
    }

    private static async Task<IReadOnlyList<FakeRequest>> RequestsAsync()
    {
        await using var world = (await ReleaseWorld.StartJudgedAsync()).Approve();
        await world.RunAsync();
        return world.GitHub.Requests;
    }
}
