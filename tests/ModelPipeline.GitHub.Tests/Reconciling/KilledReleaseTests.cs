using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Reconciling;

public sealed class KilledReleaseTests
{
    [Fact]
    public async Task A_release_over_http_is_one_tag_one_page_with_exact_assets_one_image_and_one_comment()
    {
        await using var world = await ReleaseWorld.StartAsync();

        await world.ShouldEndWellAsync();
    }

    [Fact]
    public async Task Killed_in_any_state_and_run_again_it_ends_in_exactly_one_release()
    {
        var kills = Kill.Of(await RequestsAsync());
        kills.Count.ShouldBeGreaterThan(20);
        await Each.Async(kills, async kill =>
        {
            await using var world = await ReleaseWorld.StartAsync();
            world.Kill(kill);
            (await world.RunAsync()).ShouldBeNull();

            await world.ShouldEndWellAsync();
        });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Killed_several_times_and_run_again_it_ends_in_exactly_one_release(int times)
    {
        var kills = Kill.Of(await RequestsAsync());
        await Each.Async(Enumerable.Range(0, 20), async seed =>
        {
            var random = new Random(seed);
            await using var world = await ReleaseWorld.StartAsync();
            for (var time = 0; time < times; time++)
            {
                world.Kill(kills[random.Next(kills.Count)]);
                await world.RunAsync();
            }

            await world.ShouldEndWellAsync();
        });
    }

    private static async Task<IReadOnlyList<FakeRequest>> RequestsAsync()
    {
        await using var world = await ReleaseWorld.StartAsync();
        await world.RunAsync();
        return world.GitHub.Requests;
    }
}
