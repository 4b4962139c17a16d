using Shared.GitHub;

namespace ModelPipeline.GitHub.Tests.Reconciling;

public sealed class KilledReleaseTests
{
    private static readonly Fault[] Kills = [Fault.DropBefore, Fault.DropAfter, Fault.LeaveStarter];

    [Fact]
    public async Task A_release_over_http_is_one_tag_one_page_with_exact_assets_one_image_and_one_comment()
    {
        await using var world = await ReleaseWorld.StartAsync();

        await world.ShouldEndWellAsync();
    }

    [Fact]
    public async Task Killed_before_after_or_within_every_single_request_and_run_again_it_ends_in_exactly_one_release()
    {
        var requests = await RequestsAsync();
        requests.ShouldBeGreaterThan(40);
        await Each.Async(requests * Kills.Length, async number =>
        {
            await using var world = await ReleaseWorld.StartAsync();
            world.KillAt(1 + (number / Kills.Length), Kills[number % Kills.Length]);
            await world.RunAsync();

            await world.ShouldEndWellAsync();
        });
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Killed_several_times_and_run_again_it_ends_in_exactly_one_release(int kills)
    {
        await Each.Async(await RequestsAsync(), async number =>
        {
            await using var world = await ReleaseWorld.StartAsync();
            for (var kill = 0; kill < kills; kill++)
            {
                world.KillAt(1 + (number / (kill + 1)), Kills[(number + kill) % Kills.Length]);
                await world.RunAsync();
            }

            await world.ShouldEndWellAsync();
        });
    }

    private static async Task<int> RequestsAsync()
    {
        await using var world = await ReleaseWorld.StartAsync();
        await world.RunAsync();
        return world.GitHub.Requests.Count;
    }
}
