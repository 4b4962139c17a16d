using Shared.GitHub;

namespace Cake.Frosting.ModelPipeline.Tests.EndToEnd.Releases;

public sealed class KilledReleaseTests
{
    private static readonly string[] Release = ["--target=Release", "--pull-request=1"];

    [Fact]
    public async Task Killed_after_every_second_change_in_turn_it_goes_on_from_there_and_ends_in_one_release()
    {
        await using var models = await ProposedRelease.StartApprovedAsync();
        var runs = 0;
        while (await IsKilledAsync(models, 2, Fault.DropAfter))
            (++runs).ShouldBeLessThan(15, "a tag is two changes: every run gets on by one at least");

        runs.ShouldBeGreaterThan(4);
        await ShouldBeReleasedAsync(models);
    }

    /// <summary>The states that the other test passes over, or some: the step's own tests kill it, without a process, in every one.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(11)]
    public async Task Killed_before_a_change_it_ends_in_one_release(int change)
    {
        await using var models = await ProposedRelease.StartApprovedAsync();

        (await IsKilledAsync(models, change, Fault.DropBefore)).ShouldBeTrue();

        await ShouldBeReleasedAsync(models);
    }

    /// <summary>Ends the process for good at one of its changes.</summary>
    /// <returns>Whether it came that far.</returns>
    private static async Task<bool> IsKilledAsync(HostedModels models, int change, Fault fault)
    {
        using var process = models.Begin(Release);
        var changes = 0;
        models.GitHub.Faults = request => request.IsMutating && Interlocked.Increment(ref changes) == change ? fault : changes > change ? Fault.DropBefore : null;
        models.GitHub.OnBefore = request => KillWhere(fault == Fault.DropBefore && request.IsMutating && changes == change - 1);
        models.GitHub.OnAfter = request => KillWhere(fault == Fault.DropAfter && request.IsMutating && changes == change);
        await HostRun.FinishAsync(process);
        models.GitHub.StopKilling();
        models.LetTimePass();
        return changes >= change;

        void KillWhere(bool isNow)
        {
            if (isNow)
                process.Kill();
        }
    }

    private static async Task ShouldBeReleasedAsync(HostedModels models)
    {
        var run = await models.RunAsync(Release);

        run.ExitCode.ShouldBe(0, run.Output);
        models.ShouldBeReleased(ProposedRelease.Tag);
        models.GitHub.ForgetRequests();
        (await models.RunAsync(Release)).ExitCode.ShouldBe(0);
        models.GitHub.Changes.ShouldBeEmpty();
    }
}
