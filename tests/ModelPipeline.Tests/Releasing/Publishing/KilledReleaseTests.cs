using ModelPipeline.Statistics;

namespace ModelPipeline.Tests.Releasing.Publishing;

public sealed class KilledReleaseTests
{
    /// <summary>How many calls the preparation makes, which is not repeated by itself.</summary>
    private const int PreparingCalls = 8;

    private static readonly CallFault[] Kills = [CallFault.KillBefore, CallFault.KillAfter, CallFault.KillWithin];
    private static readonly CallFault[] Losses = [CallFault.Refuse, CallFault.LoseRequest, CallFault.LoseAnswer];

    public static TheoryData<bool, int> Ways => new() { { true, 1 }, { true, 2 }, { true, 3 }, { false, 1 } };

    /// <summary>Once at every call in every way; several times at every fifth of these.</summary>
    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Killed_before_after_or_within_every_single_call_and_run_again_it_ends_in_exactly_one_release(bool isOnDraft, int kills)
    {
        var calls = await CallsAsync(isOnDraft);
        calls.ShouldBeGreaterThan(40);
        var stride = kills == 1 ? 1 : 5;
        await EachAsync(calls * Kills.Length / stride, async time =>
        {
            var number = time * stride;
            using var trial = await BeginAsync(isOnDraft);
            for (var kill = 0; kill < kills; kill++)
            {
                var call = number / Kills.Length / (kill + 1);
                trial.Wire.Restart((index, _) => index == call ? Kills[number % Kills.Length] : CallFault.None);
                await trial.RunUntilKilledAsync();
            }

            await ShouldEndWellAsync(trial);
        });
    }

    [Fact]
    public async Task Any_single_answer_that_is_refused_or_lost_changes_nothing_about_the_outcome()
    {
        var calls = await CallsAsync(isOnDraft: true) - 1 - PreparingCalls;
        await EachAsync(calls * Losses.Length, async number =>
        {
            using var trial = await BeginAsync(isOnDraft: true);
            var call = PreparingCalls + (number / Losses.Length);
            trial.Wire.Restart((index, _) => index == call ? Losses[number % Losses.Length] : CallFault.None);
            ReleaseTrial.ShouldBeDone(await trial.RunAsync());
            trial.ShouldBeReleased();
        });
    }

    [Fact]
    public async Task Five_hundred_schedules_of_faults_never_end_in_a_wrong_release_and_always_in_the_right_one()
    {
        CallFault[] faults = [.. Losses, .. Kills];
        await EachAsync(500, async seed =>
        {
            var random = new SeededRandom(seed);
            var rate = random.NextDouble() * 0.3;
            using var trial = await BeginAsync(isOnDraft: seed % 2 == 0);
            for (var run = 0; run < 3; run++)
            {
                trial.Wire.Restart((_, _) => random.NextDouble() < rate ? faults[random.NextBelow(faults.Length)] : CallFault.None);
                await trial.RunUntilKilledAsync();
                trial.Host.Pages.All.Count(page => !page.IsDraft).ShouldBeLessThanOrEqualTo(1);
            }

            await ShouldEndWellAsync(trial);
        });
    }

    [Fact]
    public async Task Eight_releasers_at_once_end_in_exactly_one_release_and_all_see_it()
    {
        for (var time = 0; time < 20; time++)
        {
            using var trial = await BeginAsync(isOnDraft: time % 2 == 0);
            trial.Wire.Restart();

            var outcomes = await Task.WhenAll(Enumerable.Range(1, 8).Select(number => Task.Run(() => trial.RunAsync(number))));

            foreach (var outcome in outcomes)
                ReleaseTrial.ShouldBeDone(outcome);
            trial.ShouldBeReleased();
        }
    }

    private static async Task ShouldEndWellAsync(ReleaseTrial trial)
    {
        trial.Wire.Restart();
        ReleaseTrial.ShouldBeDone(await trial.RunAsync());
        trial.ShouldBeReleased();
        trial.Wire.Restart();
        ReleaseTrial.ShouldBeDone(await trial.RunAsync());
        trial.Wire.Changes.ShouldBe(0);
    }

    private static Task EachAsync(int count, Func<int, Task> body) =>
        Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, _) => await body(number));

    private static async Task<ReleaseTrial> BeginAsync(bool isOnDraft)
    {
        var trial = new ReleaseTrial { Store = isOnDraft ? null : new StoredImage() };
        if (isOnDraft)
            await trial.ProposeAsync();
        return trial;
    }

    private static async Task<int> CallsAsync(bool isOnDraft)
    {
        using var trial = await BeginAsync(isOnDraft);
        await trial.RunAsync();
        return trial.Wire.Calls;
    }
}
